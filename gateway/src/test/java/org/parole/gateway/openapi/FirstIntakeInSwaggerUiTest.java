package org.parole.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.real.RealServices;
import org.parole.gateway.testing.Browser;
import org.parole.gateway.testing.Sample;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A person with nothing but Swagger UI: from an article to a finished intake, then a mistake corrected, the record retracted and its
 * history read, each at the first try. Pictures of every step are kept in target/swagger-ui.
 */
@QuarkusTest
@TestProfile(FirstIntakeInSwaggerUiTest.OverServicesOfItsOwn.class)
class FirstIntakeInSwaggerUiTest {

    /** Databases of its own, since it writes. */
    public static class OverServicesOfItsOwn implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresTestResource.class, Map.of("database", "swaggerui")),
                    new TestResourceEntry(RealServices.class, Map.of("databases", "swaggerui_")));
        }
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path PICTURES = Path.of("target", "swagger-ui");

    @TestHTTPResource("swagger-ui")
    URL page;

    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(RealServices.areBuilt(), "Skipped: the services are not packaged");
        assumeTrue(Browser.program().isPresent(), "Skipped: no Chromium is installed here");
        Sample.load();
        Files.createDirectories(PICTURES);
        browser = Browser.start();
        browser.open(page.toString());
        browser.click(".btn.authorize");
        browser.type(".auth-container input[type=text], .auth-container input[type=password]",
                StubbedServices.BOOTSTRAP_KEY);
        browser.click(".auth-btn-wrapper .authorize");
        browser.click(".auth-btn-wrapper .btn-done");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void from_an_article_to_an_intake_its_correction_its_retraction_and_its_history() throws IOException {
        Answer checked = execute("Intake", "takeIn", Map.of("dryRun", "true"), "1-dry-run");
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.body().path("state").asText()).isEqualTo("CHECKED");

        Answer intake = execute("Intake", "takeIn", Map.of("dryRun", ""), "2-intake");
        assertThat(intake.status()).isEqualTo(201);
        assertThat(intake.body().path("state").asText()).isEqualTo("COMMITTED");
        assertThat(intake.body().path("quotes").findValuesAsText("status")).isNotEmpty().allMatch("EXACT"::equals);
        String report = intake.body().at("/releaseReports/0/id").asText();

        Answer read = execute("Release_reports", "getReleaseReport", Map.of("id", report), "3-read");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().path("revision").asInt()).isEqualTo(1);

        Answer corrected = execute("Release_reports", "patchReleaseReport",
                Map.of("id", report, "If-Match", read.etag()), "4-correction");
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.body().path("revision").asInt()).isEqualTo(2);
        assertThat(corrected.body().path("revisionType").asText()).isEqualTo("CORRECTION");

        Answer retracted = execute("Release_reports", "retractReleaseReport",
                Map.of("id", report, "If-Match", corrected.etag()), "5-retraction");
        assertThat(retracted.status()).isEqualTo(204);

        Answer history = execute("Release_reports", "getReleaseReportHistory", Map.of("id", report), "6-history");
        assertThat(history.status()).isEqualTo(200);
        assertThat(history.body().path("items").findValuesAsText("revisionType")).containsExactly("CREATION",
                "CORRECTION", "RETRACTION");
    }

    @Test
    void a_record_of_the_sample_is_retracted_as_the_page_shows_it() throws IOException {
        assertThat(execute("Quotes", "retractQuote", Map.of(), "7-as-shown").status()).isEqualTo(204);
    }

    private record Answer(int status, JsonNode body, String etag) {
    }

    /** Opens an operation, fills in what is not prefilled as one wants it, executes it and reads what the page shows. */
    private Answer execute(String tag, String operation, Map<String, String> fields, String picture)
            throws IOException {
        String block = "#operations-" + tag + "-" + operation;
        browser.until("!!document.querySelector('" + block + "')");
        if (!browser.evaluate("!!document.querySelector('" + block + " .execute')").asBoolean()) {
            browser.click(block + " .opblock-summary-control");
        }
        browser.until("!!document.querySelector('" + block + " .execute')");
        fields.forEach((name, value) -> {
            String row = block + " tr[data-param-name=\"" + name + "\"] ";
            browser.type(row + "input, " + row + "select", value);
        });
        String live = block + " .live-responses-table";
        if (browser.evaluate("!!document.querySelector('" + live + "')").asBoolean()) {
            browser.click(block + " .btn-clear");
            browser.until("!document.querySelector('" + live + "')");
        }
        browser.click(block + " .execute");
        int status = Integer.parseInt(browser.text(live + " .response .response-col_status").replaceAll("\\D.*", ""));
        browser.picture(block + " .responses-wrapper", PICTURES.resolve(picture + ".png"));
        String body = browser.evaluate("(document.querySelector('" + live
                + " .response-col_description .highlight-code code') || {textContent: ''}).textContent").asText();
        String headers = browser.text(live + " .response .response-col_description");
        String etag = headers.replaceAll("(?s).*etag: (W/)?(\"[^\"]+\").*", "$2");
        return new Answer(status, body.isBlank() ? MAPPER.missingNode() : MAPPER.readTree(body),
                etag.equals(headers) ? null : etag);
    }
}
