package org.parole.gateway.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Stands in for a service that misbehaves, down to the bytes on the socket; real services do not do that on demand. What
 * they do when all is well is tested against the real ones.
 */
public final class StubService implements AutoCloseable {

    /** A request as it arrived. */
    public record Received(String method, String target, Map<String, String> headers, byte[] body) {

        /** A header, by its lower-case name. */
        public String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Writes the bytes of an answer; the connection is kept when it returns true. */
    @FunctionalInterface
    public interface Answer {
        boolean write(Received request, OutputStream out) throws IOException;
    }

    private record Rule(String method, String pathPattern, Answer answer) {
    }

    private static final String HEAD = "/internal/changes/head";

    private final ServerSocket server;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread acceptor;

    /** Listens on this port of 127.0.0.1. */
    public StubService(int port) {
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = new Thread(this::accept, "stub-" + port);
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** The latest rule that fits decides; without one the stub answers 404. */
    public StubService when(String method, String pathPattern, Answer answer) {
        rules.add(0, new Rule(method, pathPattern, answer));
        return this;
    }

    /** All requests so far for what is public: without what the recovery still sends about intakes of other tests. */
    public List<Received> received() {
        return received.stream().filter(request -> !request.target().startsWith("/internal/")).toList();
    }

    /** All requests about an intake so far. */
    public List<Received> received(String intake) {
        return received.stream().filter(request -> request.target().startsWith("/internal/intakes/" + intake)).toList();
    }

    /** How often it was asked whether anything has changed. */
    public long asksForHead() {
        return received.stream().filter(request -> request.target().equals(HEAD)).count();
    }

    /** Says that this is the last change. */
    public StubService head(long seq) {
        return when("GET", HEAD, json(200, "{\"seq\":" + seq + "}"));
    }

    /** The id of the intake that was prepared last. */
    public String intake() {
        return received.stream().filter(request -> request.method().equals("PUT")).reduce((a, b) -> b).orElseThrow()
                .target()
                .replaceAll("/internal/intakes/|\\?.*", "");
    }

    /** The last request. */
    public Received last() {
        List<Received> all = received();
        return all.get(all.size() - 1);
    }

    /** Answers JSON. */
    public static Answer json(int status, String body, String... headers) {
        return (request, out) -> {
            StringBuilder head = new StringBuilder(
                    "HTTP/1.1 " + status + " Stub\r\nContent-Type: application/json\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
            out.write(head.toString().getBytes(StandardCharsets.UTF_8));
            if (!request.method().equals("HEAD")) {
                out.write(bytes);
            }
            return true;
        };
    }

    /** Answers 204 and keeps the connection. */
    public static Answer noContent() {
        return (request, out) -> {
            out.write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return true;
        };
    }

    /** Answers exactly these bytes and closes. */
    public static Answer raw(String text) {
        return (request, out) -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return false;
        };
    }

    /** Promises 1,000 bytes, sends a few, and closes. */
    public static Answer cutInTheBody() {
        return raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"items\":[{\"id\"");
    }

    /** Answers 200 with something that is no JSON. */
    public static Answer garbage() {
        return json(200, "<html>It works!</html>");
    }

    /** Answers nothing at all until the stub is closed. */
    public Answer never() {
        return (request, out) -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        };
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.put(socket, true);
                Thread thread = new Thread(() -> serve(socket), "stub-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (Received request = read(in); request != null; request = read(in)) {
                received.add(request);
                if (!answerFor(request).write(request, out)) {
                    return;
                }
                out.flush();
            }
        } catch (IOException e) {
            // The other side has gone, which is what some tests are about.
        } finally {
            open.remove(socket);
        }
    }

    private Answer answerFor(Received request) {
        String path = request.target().split("\\?", 2)[0];
        return rules.stream().filter(rule -> rule.method().equals(request.method()) && path.matches(rule.pathPattern()))
                .findFirst().map(Rule::answer).orElse(json(404, "{\"status\":404}"));
    }

    private static Received read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] request = first.split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim(),
                    (a, b) -> a + "," + b);
        }
        byte[] body = new byte[0];
        if (headers.containsKey("content-length")) {
            body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
        } else if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            while (true) {
                String size = line(in);
                if (size == null) {
                    return null;
                }
                whole.write(in.readNBytes(Integer.parseInt(size, 16)));
                line(in);
                if (size.equals("0")) {
                    break;
                }
            }
            body = whole.toByteArray();
        }
        return new Received(request[0], request[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            // Until the thread has let go of it, the port is taken; and a connection that it is just accepting would live on
            // and answer the next test by the rules of this one.
            acceptor.join();
            for (Socket socket : open.keySet()) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
