package org.parole.kit.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1 for what is started in a moment. */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int BEHIND = 30_000;
    private static final int ATTEMPTS = 100;

    private FreePort() {
    }

    /**
     * A port between 20,000 and 30,000 that nobody listens on: below those that the system gives to outgoing connections, one of
     * which could sit on it before it is used.
     *
     * @throws IllegalStateException when none is found
     */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken: another one.
            }
        }
        throw new IllegalStateException("No port is free between 20,000 and 30,000");
    }
}
