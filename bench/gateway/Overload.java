import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks for one address at a given rate, whatever comes back, and tells apart what was served and what was turned away:
 * {@code java Overload URL CONNECTIONS RATE SECONDS}.
 */
public final class Overload {

    private Overload() {
    }

    private record Answers(List<Long> served, List<Long> shed, int others, int broken) {
    }

    private record Answer(int status, boolean close) {
    }

    /** Prints how many were served and shed a second, and the percentiles of both. */
    public static void main(String[] arguments) throws Exception {
        URI address = URI.create(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        double rate = Double.parseDouble(arguments[2]);
        long seconds = Long.parseLong(arguments[3]);
        long between = (long) (1e9 * connections / rate);
        ExecutorService threads = Executors.newFixedThreadPool(connections, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        long begin = System.nanoTime() + 500_000_000L;
        long end = begin + seconds * 1_000_000_000L;
        List<Future<Answers>> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            long first = begin + between * i / connections;
            Callable<Answers> connection = () -> ask(address, first, between, end);
            all.add(threads.submit(connection));
        }
        List<Long> served = new ArrayList<>();
        List<Long> shed = new ArrayList<>();
        int others = 0;
        int broken = 0;
        for (Future<Answers> answers : all) {
            served.addAll(answers.get().served());
            shed.addAll(answers.get().shed());
            others += answers.get().others();
            broken += answers.get().broken();
        }
        System.out.printf(Locale.ROOT, "asked %.0f a second: served %.0f (p50 %.1f ms, p99 %.1f ms), shed %.0f (p99 %.1f ms), other answers %d, connections that broke %d%n",
                (served.size() + shed.size() + others + broken) / (double) seconds, served.size() / (double) seconds,
                at(served, 0.5), at(served, 0.99), shed.size() / (double) seconds, at(shed, 0.99), others, broken);
    }

    private static Answers ask(URI address, long first, long between, long end) {
        byte[] request = ("GET " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        List<Long> served = new ArrayList<>();
        List<Long> shed = new ArrayList<>();
        int others = 0;
        int broken = 0;
        long next = first;
        while (true) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(30_000);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                Answer answer = null;
                while (answer == null || !answer.close()) {
                    for (long now = System.nanoTime(); now < next && now < end; now = System.nanoTime()) {
                        LockSupport.parkNanos(Math.min(next, end) - now);
                    }
                    long begin = System.nanoTime();
                    if (begin >= end) {
                        return new Answers(served, shed, others, broken);
                    }
                    // Whoever is late does not make up for it: that would be more than was asked for.
                    next = Math.max(next + between, begin);
                    socket.getOutputStream().write(request);
                    answer = read(in);
                    long took = System.nanoTime() - begin;
                    if (answer.status() == 200) {
                        served.add(took);
                    } else if (answer.status() == 503) {
                        shed.add(took);
                    } else {
                        others++;
                    }
                }
            } catch (IOException e) {
                // Neither served nor told so.
                broken++;
                if (System.nanoTime() >= end) {
                    return new Answers(served, shed, others, broken);
                }
            }
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String line = line(in);
        int status = Integer.parseInt(line.substring(9, 12));
        int length = 0;
        boolean close = false;
        for (line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            }
            close |= lower.startsWith("connection:") && lower.contains("close");
        }
        in.skipNBytes(length);
        return new Answer(status, close);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static double at(List<Long> nanos, double share) {
        Collections.sort(nanos);
        return nanos.isEmpty() ? 0 : nanos.get(Math.min(nanos.size() - 1, (int) (share * nanos.size()))) / 1e6;
    }
}
