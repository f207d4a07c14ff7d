import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes to a quote-service, several at once. {@code Writes key DIR} makes the key pair that the service and this program share;
 * {@code Writes quotes|intakes URL DIR WRITERS SECONDS} prints how many a second, and the median and p99 in milliseconds.
 */
public final class Writes {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final PrivateKey key;
    private final List<String> documents = new ArrayList<>();
    private final List<String> speakers = new ArrayList<>();
    private volatile String token;

    private Writes(String url, PrivateKey key) {
        this.url = url;
        this.key = key;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("key")) {
            makeKey(Path.of(arguments[1]));
            return;
        }
        byte[] encoded = Files.readAllBytes(Path.of(arguments[2], "private"));
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        new Writes(arguments[1], key).measure(arguments[0].equals("intakes"), Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
    }

    private static void makeKey(Path directory) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), new SecureRandom());
        KeyPair pair = generator.generateKeyPair();
        Files.write(directory.resolve("private"), pair.getPrivate().getEncoded());
        Files.writeString(directory.resolve("key"), "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
    }

    private void measure(boolean intakes, int writers, int seconds) throws Exception {
        token = token();
        String outlet = create("/api/v1/outlets", "{\"name\":\"Outlet " + UUID.randomUUID() + "\",\"kind\":\"OTHER\"}");
        for (int i = 0; !intakes && i < 40; i++) {
            documents.add(create("/api/v1/documents", "{\"url\":\"https://example.org/" + UUID.randomUUID()
                    + "\",\"title\":\"A document\",\"outletId\":\"" + outlet
                    + "\",\"publishedAt\":\"2020-05-01\",\"language\":\"en\"}"));
            speakers.add(create("/api/v1/speakers", "{\"name\":\"Person " + UUID.randomUUID() + "\",\"kind\":\"PERSON\"}"));
        }
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<Future<List<Long>>> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            all.add(pool.submit(() -> write(intakes, end)));
        }
        pool.shutdown();
        List<Long> took = new ArrayList<>();
        for (Future<List<Long>> one : all) {
            took.addAll(one.get());
        }
        long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf("%.1f %.1f %.1f%n", sorted.length / (double) seconds, sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6);
    }

    private List<Long> write(boolean intakes, long end) throws Exception {
        Random random = new Random();
        List<Long> took = new ArrayList<>();
        while (System.nanoTime() < end) {
            long before = System.nanoTime();
            if (intakes) {
                // As the gateway sends an intake that no other service takes part in.
                send("PUT", "/internal/intakes/" + UUID.randomUUID() + "?commit=true", intake(random));
            } else {
                send("POST", "/api/v1/quotes", "{\"documentId\":\"" + any(documents, random) + "\",\"speakerId\":\""
                        + any(speakers, random) + "\"," + words(random) + "}");
            }
            took.add(System.nanoTime() - before);
        }
        return took;
    }

    private static String any(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    /** A document of a known outlet, its speaker, and two quotes. */
    private static String intake(Random random) {
        return "{\"document\":{\"url\":\"https://example.org/" + UUID.randomUUID()
                + "\",\"title\":\"A document\",\"outlet\":{\"name\":\"The outlet of all\",\"kind\":\"OTHER\"},"
                + "\"publishedAt\":\"2020-05-01\",\"language\":\"en\"},\"speakers\":[{\"label\":\"a\",\"name\":\"Person "
                + UUID.randomUUID() + "\",\"kind\":\"PERSON\"}],\"quotes\":[{\"label\":\"one\",\"speaker\":\"a\","
                + words(random) + "},{\"label\":\"two\",\"speaker\":\"a\"," + words(random) + "}]}";
    }

    private static String words(Random random) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            content.append(i == 0 ? "" : " ").append(new BigInteger(28, random).toString(26));
        }
        return "\"content\":\"" + content + "\",\"kind\":\"DIRECT\",\"channel\":\"STATEMENT\",\"language\":\"en\","
                + "\"about\":{\"agreements\":[\"us-taliban-2020\"],\"topics\":[\"prisoners\"]}";
    }

    private String create(String path, String body) throws Exception {
        Matcher id = ID.matcher(send("POST", path, body));
        if (!id.find()) {
            throw new IllegalStateException("No id from " + path);
        }
        return id.group(1);
    }

    private String send(String method, String path, String body) throws Exception {
        var answer = CLIENT.send(HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token).timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " to " + method + " " + path + ": " + answer.body());
        }
        return answer.body();
    }

    private String token() throws Exception {
        long now = System.currentTimeMillis() / 1000;
        String signed = base64("{\"alg\":\"ES256\",\"typ\":\"JWT\"}") + "." + base64(
                "{\"iss\":\"parole-gateway\",\"aud\":\"parole-services\",\"sub\":\"bench\",\"upn\":\"bench\",\"groups\":"
                        + "[\"reader\",\"contributor\",\"editor\"],\"iat\":" + now + ",\"exp\":" + (now + 7200) + "}");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
