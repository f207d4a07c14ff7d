package org.parole.kit.dev;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database of {@link PostgresTestResource} behind a door: shut, all connections are lost and new ones are refused. */
public class DoorTestResource extends PostgresTestResource {

    // A system property, because Quarkus loads this class more than once.
    private static final String SHUT = "parole.test.door.shut";
    private static final Pattern PORT = Pattern.compile(":(\\d+)/");
    private static final int LOOK_EVERY_MS = 20;

    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private int database;
    private int door;

    /** The database goes away. */
    public static void shut() {
        System.setProperty(SHUT, "true");
    }

    /** The database is there again. */
    public static void open() {
        System.clearProperty(SHUT);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = super.start();
        String url = configuration.get("quarkus.datasource.jdbc.url");
        Matcher port = PORT.matcher(url);
        if (!port.find()) {
            throw new IllegalStateException("No port in " + url);
        }
        database = Integer.parseInt(port.group(1));
        try (ServerSocket any = bound(0)) {
            door = any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread keeper = new Thread(this::keep, "door");
        keeper.setDaemon(true);
        keeper.start();
        configuration.put("quarkus.datasource.jdbc.url", port.replaceFirst(":" + door + "/"));
        return configuration;
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
                if (System.getProperty(SHUT) == null) {
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
        try (ServerSocket entrance = bound(door)) {
            while (System.getProperty(SHUT) == null) {
                try {
                    join(entrance.accept());
                } catch (java.net.SocketTimeoutException e) {
                    // Nobody came; look at the door again.
                }
            }
        }
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            socket.close();
        }
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
        open.add(client);
        open.add(server);
        pump(client, server);
        pump(server, client);
    }

    private static void pump(Socket from, Socket to) {
        Thread pump = new Thread(() -> {
            try (from; to; InputStream in = from.getInputStream()) {
                in.transferTo(to.getOutputStream());
            } catch (IOException e) {
                // The door was shut, or one of the two has left.
            }
        }, "door-pump");
        pump.setDaemon(true);
        pump.start();
    }
}
