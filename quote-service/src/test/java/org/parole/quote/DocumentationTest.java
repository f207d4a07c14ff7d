package org.parole.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The examples of docs/quotes.md, as they stand there. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DocumentationTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "quotes.md");
    private static final Pattern CURL = Pattern
            .compile("^ {4}curl (?:-H \"Accept: ([^\"]+)\" )?\"\\$PAROLE(/api/v1[^\"]+)\"$", Pattern.MULTILINE);

    @Test
    void all_examples_run() throws IOException {
        String text = Files.readString(DOCUMENT);
        List<MatchResult> examples = CURL.matcher(text).results().toList();
        assertThat(examples).hasSize(text.split("\n {4}curl ").length - 1).hasSizeGreaterThan(10);
        for (MatchResult example : examples) {
            String accept = example.group(1) == null ? "application/json" : example.group(1);
            Response response = given().urlEncodingEnabled(false).accept(accept).get(example.group(2));
            assertThat(response.statusCode()).as(example.group()).isEqualTo(200);
            assertThat(response.contentType()).as(example.group()).startsWith(accept);
        }
    }

    @Test
    void every_point_has_an_example() throws IOException {
        List<String> points = List.of(Files.readString(DOCUMENT).split("\n## ")).stream().skip(1).toList();
        assertThat(points).hasSize(12).allMatch(point -> point.contains("\n    "));
    }
}
