package org.parole.kit.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Posts the sample to the gateway as anyone else would: {@code docs/sample/3-commitments/some-name.json} goes to
 * {@code /api/v1/commitments}, in the order of the names. Each request has its own idempotency key, so a load that broke
 * off can be repeated.
 */
final class SampleLoader {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Path directory;
    private final URI gateway;
    private final String key;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    SampleLoader(Path directory, URI gateway, String key) {
        this.directory = directory;
        this.gateway = gateway;
        this.key = key;
    }

    /** Loads all of it and says how many requests that took. */
    int load() throws IOException, InterruptedException {
        int requests = 0;
        for (Path collection : children(directory)) {
            if (Files.isDirectory(collection)) {
                for (Path body : children(collection)) {
                    if (body.getFileName().toString().endsWith(".json")) {
                        post(collection.getFileName().toString(), body);
                        requests++;
                    }
                }
            }
        }
        return requests;
    }

    private void post(String collection, Path body) throws IOException, InterruptedException {
        String name = body.getFileName().toString().replaceFirst("\\.json$", "");
        String path = "/api/v1/" + collection.replaceFirst("^[0-9]+-", "");
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json").header("Accept", "application/json")
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", "sample-" + collection.replaceFirst("^[0-9]+-", "") + "-" + name)
                .POST(HttpRequest.BodyPublishers.ofFile(body)).build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        Instant deadline = Instant.now().plus(LONGEST_WAIT);
        // 202: decided, but not yet readable everywhere. 503: try again. With the same key, both are safe to repeat.
        while ((response.statusCode() == 202 || response.statusCode() == 503) && Instant.now().isBefore(deadline)) {
            TimeUnit.SECONDS.sleep(1);
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        if (response.statusCode() != 201 && response.statusCode() != 200) {
            throw new LaunchFailure("The sample could not be loaded: POST " + path + " of " + directory.relativize(body)
                    + " was answered " + response.statusCode() + "\n  " + response.body());
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return new ArrayList<>(entries.sorted().toList());
        }
    }
}
