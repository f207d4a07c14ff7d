import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for one address over and over, each connection waiting for its answer: {@code java Load URL CONNECTIONS SECONDS}. */
public final class Load {

    private Load() {
    }

    /** Prints the percentiles and the rate; fails when any answer is not 200. */
    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(arguments[0])).timeout(Duration.ofSeconds(30)).build();
        int connections = Integer.parseInt(arguments[1]);
        long duration = Duration.ofSeconds(Integer.parseInt(arguments[2])).toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long begin = System.nanoTime();
        List<Future<List<Long>>> answers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Callable<List<Long>> connection = () -> ask(request, begin + duration);
            answers.add(threads.submit(connection));
        }
        List<Long> nanos = new ArrayList<>();
        for (Future<List<Long>> answer : answers) {
            nanos.addAll(answer.get());
        }
        threads.shutdown();
        Collections.sort(nanos);
        System.out.printf(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, %.0f a second%n", at(nanos, 0.50), at(nanos, 0.99),
                nanos.size() * 1e9 / (System.nanoTime() - begin));
    }

    private static List<Long> ask(HttpRequest request, long end) throws Exception {
        // A client for each, in HTTP/1.1: one connection that is kept.
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("Answered " + status);
            }
            nanos.add(System.nanoTime() - begin);
        }
        return nanos;
    }

    private static double at(List<Long> nanos, double share) {
        return nanos.get(Math.min(nanos.size() - 1, (int) (share * nanos.size()))) / 1e6;
    }
}
