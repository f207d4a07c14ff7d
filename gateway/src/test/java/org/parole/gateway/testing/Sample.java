package org.parole.gateway.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.restassured.response.Response;

/** The sample of docs/sample, written through the gateway under test as {@code ./run} does it. */
public final class Sample {

    private static final Path FOLDER = Path.of("..", "docs", "sample");

    private Sample() {
    }

    /** Writes all of it, in the order of its folders, which are named by their places and the collections they go to. */
    public static void load() throws IOException {
        for (Path folder : sorted(FOLDER)) {
            String name = folder.getFileName().toString();
            if (Files.isDirectory(folder) && name.matches("\\d-.*")) {
                for (Path file : sorted(folder)) {
                    Response answer = given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                            .header("Idempotency-Key", file.getFileName().toString()).contentType("application/json")
                            .body(Files.readString(file)).post("/api/v1/" + name.replaceFirst("\\d-", ""));
                    assertThat(answer.statusCode()).as(file + ": " + answer.asString()).isEqualTo(201);
                }
            }
        }
    }

    private static List<Path> sorted(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
