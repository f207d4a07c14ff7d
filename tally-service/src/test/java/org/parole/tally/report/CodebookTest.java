package org.parole.tally.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.commitment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** docs/codebook.md has every column that the CSV has. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CodebookTest {

    @Test
    void everyColumnIsExplained() throws IOException {
        var codebook = Files.readString(Path.of("../docs/codebook.md"));
        for (var list : new String[]{"release-reports", "tallies?commitment=" + commitment(),
                "tallies/estimates?commitment=" + commitment()}) {
            var header = given().accept("text/csv").get("/api/v1/" + list).asString().lines().findFirst().orElseThrow();
            // Long names stand in quotation marks.
            assertThat(header.split(",")).as(list)
                    .allSatisfy(column -> assertThat(codebook)
                            .contains("| `" + column.replace("\"", "") + "` |"));
        }
    }
}
