import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads as a few well-behaved clients do, while attackers of one kind after the other work from another loopback address, and prints how
 * fast the readers were served. Arguments: the gateway's port, a contributor's key, seconds for each attack.
 */
public final class Hostile {

    /** Each reader has an address of its own, because they are different people and the gateway limits what an address may ask for. */
    private static final String READERS = "127.0.1.";
    private static final String ATTACKERS = "127.0.0.2";
    private static final int READING = 4;
    private static final long PAUSE_MS = 10;
    private static final String[] PATHS = {"/api/v1/quotes?limit=5", "/api/v1/tallies/us-taliban-2020-taliban-prisoners",
            "/api/v1/parties?limit=5", "/api/v1/dossiers/us-taliban-2020", "/api/v1/timeline?limit=20"};

    private final int port;
    private final String key;
    private final int seconds;
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong attempts = new AtomicLong();
    private volatile boolean over;

    private interface Attack {
        /** One attacker's work, again and again until it is over. */
        void run(int number) throws IOException, InterruptedException;
    }

    private record Attackers(int many, Attack attack) {
    }

    private Hostile(int port, String key, int seconds) {
        this.port = port;
        this.key = key;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        Hostile hostile = new Hostile(Integer.parseInt(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
        Map<String, Attackers> attacks = new LinkedHashMap<>();
        attacks.put("stalled readers, HTTP/1.1", new Attackers(150, hostile::stallsHttp1));
        attacks.put("stalled readers, HTTP/2", new Attackers(10, hostile::stallsHttp2));
        attacks.put("slow bodies", new Attackers(150, hostile::slowBody));
        attacks.put("slow heads", new Attackers(500, hostile::slowHead));
        attacks.put("rapid reset", new Attackers(2, hostile::rapidReset));
        attacks.put("header floods", new Attackers(2, hostile::headerFlood));
        attacks.put("key guessing", new Attackers(2, hostile::guessesKeys));
        attacks.put("cache busting", new Attackers(2, hostile::bustsCaches));
        attacks.put("giant answers", new Attackers(2, hostile::giantAnswers));
        hostile.read(seconds(hostile.seconds));
        System.out.println("| attackers | p50 | p99 | of the quiet p99 | refused | attempts |\n|---|---|---|---|---|---|");
        double quiet = hostile.print("none", hostile.read(seconds(hostile.seconds)), 0);
        for (Map.Entry<String, Attackers> each : attacks.entrySet()) {
            if (arguments.length < 4 || each.getKey().contains(arguments[3])) {
                hostile.under(each.getKey(), each.getValue(), quiet);
            }
        }
    }

    private static long seconds(int seconds) {
        return seconds * 1_000_000_000L;
    }

    private void under(String name, Attackers attackers, double quiet) throws InterruptedException {
        over = false;
        attempts.set(0);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < attackers.many(); i++) {
            int number = i;
            Thread thread = new Thread(null, () -> attack(attackers.attack(), number), "attacker", 64 * 1024);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        // The attack is measured once it is under way.
        Thread.sleep(1_000);
        Result result = read(seconds(seconds));
        over = true;
        synchronized (sockets) {
            for (Socket socket : sockets) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // As good as closed.
                }
            }
            sockets.clear();
        }
        for (Thread thread : threads) {
            thread.join(5_000);
        }
        print(name, result, quiet);
        // What one attack has left behind must not be counted for the next one.
        Thread.sleep(2_000);
    }

    private void attack(Attack attack, int number) {
        while (!over) {
            try {
                attempts.incrementAndGet();
                attack.run(number);
            } catch (IOException e) {
                pause(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // --- The readers ---

    private record Result(double[] ms, int refused) {
    }

    private Result read(long nanos) throws InterruptedException {
        List<Double> all = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        long end = System.nanoTime() + nanos;
        for (int i = 0; i < READING; i++) {
            int first = i;
            Thread thread = new Thread(() -> {
                List<Double> own = new ArrayList<>();
                Client client = new Client(READERS + (1 + first));
                for (int n = first; System.nanoTime() < end; n++) {
                    long begin = System.nanoTime();
                    int status = client.get(PATHS[n % PATHS.length]);
                    own.add((System.nanoTime() - begin) / 1e6);
                    if (status != 200) {
                        refused.incrementAndGet();
                    }
                    pause(PAUSE_MS);
                }
                client.close();
                synchronized (all) {
                    all.addAll(own);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Result(all.stream().mapToDouble(Double::doubleValue).sorted().toArray(), refused.get());
    }

    private double print(String name, Result result, double quiet) {
        double p50 = result.ms()[result.ms().length / 2];
        double p99 = result.ms()[(int) (result.ms().length * 0.99)];
        System.out.println(String.format(Locale.ROOT, "| %s | %.1f ms | %.1f ms | %s | %d of %d | %d |", name, p50, p99,
                quiet == 0 ? "" : String.format(Locale.ROOT, "%.1f", p99 / quiet), result.refused(), result.ms().length,
                attempts.get()));
        return p99;
    }

    private Socket open(String from, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 3_000);
        socket.setSoTimeout(10_000);
        synchronized (sockets) {
            if (from.equals(ATTACKERS)) {
                sockets.add(socket);
            }
        }
        return socket;
    }

    /** A client that keeps its connection, and takes a new one when it was closed. */
    private final class Client {
        private final String from;
        private Socket socket;
        private InputStream in;

        private Client(String from) {
            this.from = from;
        }

        int get(String path) {
            for (int attempt = 0; attempt < 2; attempt++) {
                try {
                    if (socket == null) {
                        socket = open(from, 0);
                        in = new java.io.BufferedInputStream(socket.getInputStream(), 65_536);
                    }
                    socket.getOutputStream().write(head("GET", path, "").getBytes(StandardCharsets.US_ASCII));
                    return answer();
                } catch (IOException e) {
                    close();
                }
            }
            return 0;
        }

        private int answer() throws IOException {
            String status = line();
            long length = -1;
            boolean chunked = false;
            boolean close = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                }
                chunked |= lower.startsWith("transfer-encoding:");
                close |= lower.startsWith("connection: close");
            }
            if (chunked) {
                for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                    in.skipNBytes(size + 2);
                }
                line();
            } else if (length > 0) {
                in.skipNBytes(length);
            }
            if (close) {
                close();
            }
            return Integer.parseInt(status.substring(9, 12));
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("closed");
                }
                line.write(c);
            }
            return line.toString(StandardCharsets.ISO_8859_1).strip();
        }

        void close() {
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException e) {
                // As good as closed.
            }
            socket = null;
        }
    }

    private static String head(String method, String path, String headers) {
        return method + ' ' + path + " HTTP/1.1\r\nHost: parole\r\n" + headers + "\r\n";
    }

    // --- The attackers: their pauses are the attack, which is to be slow or to keep to a rate ---

    private void stallsHttp1(int number) throws IOException, InterruptedException {
        try (Socket socket = open(ATTACKERS, 1_024)) {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < 20 && !over; i++) {
                out.write(head("GET", "/api/v1/timeline?limit=200&on=2026-01-" + (10 + i), "").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(500);
            }
        }
    }

    private void slowBody(int number) throws IOException, InterruptedException {
        try (Socket socket = open(ATTACKERS, 0)) {
            OutputStream out = socket.getOutputStream();
            out.write((head("POST", "/api/v1/intake",
                    "Authorization: Bearer " + key + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n") + "{")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 60 && !over; i++) {
                Thread.sleep(1_000);
                out.write(' ');
            }
        }
    }

    private void slowHead(int number) throws IOException, InterruptedException {
        try (Socket socket = open(ATTACKERS, 0)) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /api/v1/quotes HTTP/1.1\r\nHost: parole\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 120 && !over; i++) {
                Thread.sleep(500);
                out.write(("X-" + i + ": " + "x".repeat(100) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void headerFlood(int number) throws IOException, InterruptedException {
        try (Socket socket = open(ATTACKERS, 0)) {
            StringBuilder headers = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                headers.append("X-").append(i).append(": ").append("x".repeat(30)).append("\r\n");
            }
            socket.getOutputStream().write(head("GET", "/api/v1/quotes", headers.toString()).getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read(new byte[4_096]);
            Thread.sleep(5);
        }
    }

    private void guessesKeys(int number) throws IOException, InterruptedException {
        for (int i = 0; i < 1_000 && !over; i++) {
            try (Socket socket = open(ATTACKERS, 0)) {
                socket.getOutputStream().write(head("GET", "/api/v1/keys",
                        "X-API-Key: parole_" + String.format(Locale.ROOT, "%040d", System.nanoTime()) + "\r\nConnection: close\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().read(new byte[4_096]);
            }
            attempts.incrementAndGet();
            Thread.sleep(5);
        }
    }

    private void bustsCaches(int number) throws InterruptedException {
        Client client = new Client(ATTACKERS);
        for (int i = 0; i < 1_000 && !over; i++) {
            client.get("/api/v1/timeline?limit=20&on=" + (1900 + i % 120) + "-0" + (1 + number % 9) + "-" + (10 + i % 18));
            attempts.incrementAndGet();
            Thread.sleep(5);
        }
        client.close();
    }

    private void giantAnswers(int number) throws InterruptedException {
        Client client = new Client(ATTACKERS);
        for (int i = 0; i < 1_000 && !over; i++) {
            client.get(i % 2 == 0 ? "/api/v1/quotes?limit=200" : "/api/v1/timeline?limit=200");
            attempts.incrementAndGet();
            Thread.sleep(5);
        }
        client.close();
    }

    // --- HTTP/2, by hand: no client library does what these do ---

    private void stallsHttp2(int number) throws IOException, InterruptedException {
        try (Socket socket = open(ATTACKERS, 0)) {
            OutputStream out = socket.getOutputStream();
            // A window of 0: nothing may be sent back but heads.
            begin(out, new byte[]{0, 4, 0, 0, 0, 0});
            for (int i = 0; i < 90 && !over; i++) {
                out.write(request(1 + 2 * i, i % 2 == 0 ? "/api/v1/quotes?limit=200"
                        : "/api/v1/timeline?limit=200&on=2026-02-" + (10 + i % 18)));
                out.flush();
                Thread.sleep(10);
            }
            for (int i = 0; i < 60 && !over; i++) {
                out.write(frame(6, 0, 0, new byte[8]));
                Thread.sleep(500);
            }
        }
    }

    private void rapidReset(int number) throws IOException, InterruptedException {
        try (Socket socket = open(ATTACKERS, 0)) {
            OutputStream out = socket.getOutputStream();
            begin(out, new byte[0]);
            for (int i = 0; i < 5_000 && !over; i++) {
                out.write(request(1 + 2 * i, "/api/v1/quotes?limit=1"));
                out.write(frame(3, 0, 1 + 2 * i, new byte[]{0, 0, 0, 8}));
                attempts.incrementAndGet();
                Thread.sleep(1);
            }
        }
    }

    private static void begin(OutputStream out, byte[] settings) throws IOException {
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(frame(4, 0, 0, settings));
    }

    private static byte[] request(int stream, String path) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        // Indexed: GET, http; then two literals that are not indexed, of names that are.
        block.writeBytes(new byte[]{(byte) 0x82, (byte) 0x86, 0x04});
        literal(block, path);
        block.write(0x01);
        literal(block, "parole");
        return frame(1, 0x5, stream, block.toByteArray());
    }

    private static void literal(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > 126) {
            throw new IllegalArgumentException(text);
        }
        block.write(bytes.length);
        block.writeBytes(bytes);
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        byte[] frame = Arrays.copyOf(new byte[]{(byte) (payload.length >> 16), (byte) (payload.length >> 8), (byte) payload.length,
                (byte) type, (byte) flags, (byte) (stream >> 24), (byte) (stream >> 16), (byte) (stream >> 8), (byte) stream},
                9 + payload.length);
        System.arraycopy(payload, 0, frame, 9, payload.length);
        return frame;
    }
}
