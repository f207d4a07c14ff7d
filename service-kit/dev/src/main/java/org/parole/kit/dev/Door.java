package org.parole.kit.dev;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A port that leads to a server on this machine as long as it is open. */
public final class Door {

    /** What a client meets at it. */
    public enum State {
        /** The server. */
        OPEN,
        /** Nobody: all connections are lost, and new ones are refused. */
        SHUT,
        /** Somebody who takes connections and never says a word. */
        SILENT
    }

    private static final int LOOK_EVERY_MS = 20;
    private static final int PIECE = 65_536;

    private final Supplier<State> state;
    private final int target;
    private final int port;
    private final Queue<Socket> connected = new ConcurrentLinkedQueue<>();

    /** A door to the server on a port; its state is looked up again and again. */
    public Door(int target, Supplier<State> state) {
        this.target = target;
        this.state = state;
        try (ServerSocket any = bound(0)) {
            port = any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::keep, "door");
    }

    /** Where it is. */
    public int port() {
        return port;
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(LOOK_EVERY_MS);
        return socket;
    }

    private void keep() {
        while (true) {
            try {
                if (state.get() != State.SHUT) {
                    letIn();
                }
                Thread.sleep(LOOK_EVERY_MS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void letIn() throws IOException {
        State before = state.get();
        try (ServerSocket entrance = bound(port)) {
            for (State now = before; now == before; now = state.get()) {
                try {
                    Socket client = entrance.accept();
                    connected.add(client);
                    if (now == State.OPEN) {
                        join(client);
                    }
                } catch (SocketTimeoutException e) {
                    // Nobody came; look at the door again.
                }
            }
        }
        if (before == State.SILENT || state.get() == State.SHUT) {
            for (Socket socket = connected.poll(); socket != null; socket = connected.poll()) {
                socket.close();
            }
        }
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        connected.add(server);
        daemon(() -> pump(client, server), "door-pump");
        daemon(() -> pump(server, client), "door-pump");
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                if (state.get() == State.SILENT) {
                    // Neither side hears of the other any more, nor that it has gone.
                    return;
                }
                out.write(piece, 0, count);
            }
            from.close();
            to.close();
        } catch (IOException e) {
            // The door was shut, or one of the two has left.
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
