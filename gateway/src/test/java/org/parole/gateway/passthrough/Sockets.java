package org.parole.gateway.passthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Speaks to the gateway in bytes, since no client library sends what should be refused. */
public final class Sockets {

    private static final int PATIENCE_MS = 5_000;

    private Sockets() {
    }

    /** Sends these bytes and reads until the gateway closes. */
    public static String send(URL gateway, String bytes) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Sends these bytes, waits until the request has arrived, and closes the connection without reading the answer. */
    public static void sendAndLeave(URL gateway, String bytes, CountDownLatch arrived) {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            arrived.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
