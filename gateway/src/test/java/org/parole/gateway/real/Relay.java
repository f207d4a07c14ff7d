package org.parole.gateway.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Passes bytes on between the gateway and a service, and does something at the moment that a given request or its answer comes. */
final class Relay implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;
    private volatile String trigger;
    private volatile boolean isAnswerAwaited;
    private volatile Runnable action;

    Relay(int port, int target) {
        this.target = target;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = daemon(this::accept);
    }

    /** When a request matches, it is not passed on: the action runs, and the connection is closed. Once. */
    void at(String requestLine, Runnable then) {
        isAnswerAwaited = false;
        action = then;
        trigger = requestLine;
    }

    /** When a request matches, it is passed on, but its answer is not: the action runs, and the connection is closed. Once. */
    void atAnswerTo(String requestLine, Runnable then) {
        isAnswerAwaited = true;
        action = then;
        trigger = requestLine;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client; Socket service = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(service);
            AtomicBoolean loses = new AtomicBoolean();
            daemon(() -> copyAnswers(service, client, loses));
            copyRequests(client, service, loses);
        } catch (IOException e) {
            // One of the two has gone, so the other is let go.
        }
    }

    private void copyRequests(Socket client, Socket service, AtomicBoolean loses) {
        copy(client, service, bytes -> {
            String waitedFor = trigger;
            if (waitedFor == null || !bytes.split("\r\n", 2)[0].matches(waitedFor)) {
                return true;
            }
            trigger = null;
            if (isAnswerAwaited) {
                loses.set(true);
                return true;
            }
            action.run();
            return false;
        });
    }

    private void copyAnswers(Socket service, Socket client, AtomicBoolean loses) {
        copy(service, client, bytes -> {
            if (!loses.get()) {
                return true;
            }
            action.run();
            return false;
        });
    }

    private static void copy(Socket from, Socket to, Predicate<String> passesOn) {
        byte[] buffer = new byte[65_536];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!passesOn.test(new String(buffer, 0, count, StandardCharsets.ISO_8859_1))) {
                    return;
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // As above.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
