package org.parole.gateway.streaming;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Stands in for a service with more than anybody's memory holds: it pours out as many bytes as asked for, and swallows any. */
final class Torrent implements AutoCloseable {

    private static final int CHUNK = 65_536;
    private static final int LONGEST_HEAD = 16_384;

    private final ServerSocket server;
    private final long size;
    private final AtomicLong swallowed = new AtomicLong();

    /** Pours out this many bytes, a multiple of 65,536, at every GET. */
    Torrent(long size) {
        this.size = size;
        try {
            server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many bytes of bodies have arrived. */
    long swallowed() {
        return swallowed.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), CHUNK);
            OutputStream out = socket.getOutputStream();
            for (String head = head(in); head != null; head = head(in)) {
                if (head.startsWith("get ")) {
                    pour(out);
                } else {
                    swallow(in, Long.parseLong(head.replaceAll("(?s).*\r\ncontent-length: (\\d+)\r\n.*", "$1")));
                    write(out, "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
                }
            }
        } catch (IOException e) {
            // The gateway has closed the connection.
        }
    }

    private void pour(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) 'x');
        for (long left = size; left > 0; left -= CHUNK) {
            write(out, Integer.toHexString(CHUNK) + "\r\n");
            out.write(chunk);
            write(out, "\r\n");
        }
        write(out, "0\r\n\r\n");
    }

    private void swallow(InputStream in, long length) throws IOException {
        byte[] buffer = new byte[CHUNK];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(CHUNK, left));
            if (count < 0) {
                return;
            }
            left -= count;
            swallowed.addAndGet(count);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.append((char) b);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString().toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "torrent");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
