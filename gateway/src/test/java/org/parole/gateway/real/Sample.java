package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.parole.gateway.testing.StubbedServices;

import io.restassured.response.Response;

/** The sample of the documentation, as ./run loads it. */
final class Sample {

    // Beyond the class loader of one test application.
    private static final String LOADED = "parole.test.real.sample";

    static final Path FOLDER = Path.of("..", "docs", "sample");

    private Sample() {
    }

    /** Records it, once for the services that run; again would change nothing, because each file is sent with a key of its own. */
    static void loadOnce() {
        String services = RealServices.port("quote-service") + System.getProperty("parole.test.real.databases", "");
        if (!services.equals(System.getProperty(LOADED))) {
            awaitWhole("/api/v1/changes?limit=1");
            load();
            System.setProperty(LOADED, services);
        }
    }

    /**
     * Waits until the gateway has all of the dossier: after a test that took a service away, the breaker leaves it alone for a moment, and the
     * dossier is then a 503 or names what is missing.
     */
    static void awaitWhole() {
        awaitWhole("/api/v1/dossiers/us-taliban-2020");
    }

    private static void awaitWhole(String path) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Response whole = given().get(path);
            assertThat(whole.statusCode()).as(whole.asString()).isEqualTo(200);
            assertThat(whole.jsonPath().getList("incomplete")).as(whole.asString()).isEmpty();
        });
    }

    private static void load() {
        for (String kind : List.of("parties", "agreements", "commitments", "intake")) {
            try (Stream<Path> folders = Files.list(FOLDER)) {
                Path folder = folders.filter(path -> path.getFileName().toString().endsWith("-" + kind)).findFirst()
                        .orElseThrow();
                try (Stream<Path> files = Files.list(folder)) {
                    files.sorted().forEach(
                            file -> assertThat(post("/api/v1/" + kind, file.getFileName().toString(), read(file)))
                                    .satisfies(response -> assertThat(response.statusCode()).as(response.asString())
                                            .isEqualTo(201)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What a file says. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records something, once for each idempotency key. */
    static Response post(String path, String key, String body) {
        return given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY).header("Idempotency-Key", key)
                .contentType("application/json").body(body).post(path);
    }
}
