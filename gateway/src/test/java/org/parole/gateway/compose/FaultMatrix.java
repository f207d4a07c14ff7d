package org.parole.gateway.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.Arguments;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The table in docs/gateway.md, and how a cell of it is tried. */
abstract class FaultMatrix extends StubbedTest {

    /** The fault that needs a gateway of its own, whose services have names that nobody knows. */
    static final String DNS_GONE = "DNS gone";

    private static final String ID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    // Deadlines of these tests are a second or two; anything beyond this hangs.
    private static final Duration NO_HANG = Duration.ofSeconds(12);

    private static final Map<String, String> PATHS = Map.of("dossier", "/api/v1/dossiers/us-taliban-2020", "timeline",
            "/api/v1/timeline", "search", "/api/v1/search?q=prisoners", "evidence",
            "/api/v1/release-reports/" + ID + "/evidence", "speaker record", "/api/v1/speakers/" + ID + "/record",
            "changes", "/api/v1/changes", "passed on", "/api/v1/quotes", "intake", "/api/v1/intake");

    @TestHTTPResource
    URL gateway;

    @Inject
    FeedPages pages;

    /** The cells of these broken services and faults. */
    static Stream<Arguments> cells(BiPredicate<String, String> wanted) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/gateway.md"));
        int header = 0;
        while (!lines.get(header).startsWith("| view | broken service |")) {
            header++;
        }
        List<String> faults = cellsOf(lines.get(header));
        List<Arguments> all = new ArrayList<>();
        for (int row = header + 2; lines.get(row).startsWith("|"); row++) {
            List<String> cells = cellsOf(lines.get(row));
            for (int column = 2; column < cells.size(); column++) {
                if (wanted.test(cells.get(1), faults.get(column))) {
                    all.add(Arguments.of(cells.get(0), cells.get(1), faults.get(column), cells.get(column)));
                }
            }
        }
        return all.stream();
    }

    private static List<String> cellsOf(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::trim).toList();
    }

    @BeforeEach
    void servicesHaveEverything() {
        // Other tests of the same application have read full pages.
        pages.clear();
        tallies.when("GET", "/api/v1/agreements/.*", StubService.json(200, "{\"slug\":\"us-taliban-2020\"}"));
        tallies.when("GET", "/api/v1/(agreements|commitments|tallies|release-reports)",
                StubService.json(200, "{\"items\":[{\"from\":\"tallies\"}]}"));
        tallies.when("GET", "/api/v1/release-reports/.*",
                StubService.json(200, "{\"from\":\"tallies\",\"evidence\":{\"quoteId\":\""
                        + ID + "\",\"documentUrl\":\"https://example.org/\"}}"));
        quotes.when("GET", "/api/v1/(quotes|documents|speakers)",
                StubService.json(200, "{\"items\":[{\"from\":\"quotes\"}]}"));
        quotes.when("GET", "/api/v1/quotes/.*",
                StubService.json(200, "{\"from\":\"quotes\",\"verification\":{\"status\":\"EXACT\"}}"));
        quotes.when("GET", "/api/v1/speakers/.*",
                StubService.json(200, "{\"from\":\"quotes\",\"name\":\"A\",\"party\":\"taliban\"}"));
        for (StubService service : List.of(quotes, tallies)) {
            service.when("GET", "/api/v1/[a-z]+-changes",
                    StubService.json(200, "{\"items\":[{\"recordedAt\":\"2020-01-01T00:00:00Z\"}],\"next\":\"n\"}"));
            service.when("PUT", "/internal/.*", StubService.json(200, "{}"));
            service.when("POST", "/internal/.*", StubService.json(200, "{}"));
            service.when("DELETE", "/internal/.*", StubService.raw("HTTP/1.1 204 No Content\r\n\r\n"));
        }
    }

    private void breakDown(StubService service, String fault) {
        if (fault.equals(DNS_GONE)) {
            // The gateway has been given a name for it that does not exist.
            return;
        }
        if (fault.equals("refused")) {
            service.close();
            return;
        }
        StubService.Answer answer = switch (fault) {
            case "slow" -> service.never();
            case "500" -> StubService.json(500, "{\"status\":500}");
            case "garbage" -> StubService.garbage();
            case "cut" -> StubService.cutInTheBody();
            case "429" -> StubService.json(429, "{\"status\":429}", "Retry-After: 7");
            default -> throw new IllegalArgumentException(fault);
        };
        service.when("GET", ".*", answer);
        service.when("PUT", ".*", answer);
    }

    /** Tries a cell. */
    void tryOut(String view, String broken, String fault, String expected) throws Exception {
        breakDown(broken.equals("quotes") ? quotes : tallies, fault);
        long began = System.nanoTime();
        if (expected.equals("cut")) {
            assertThatThrownBy(() -> ask(view)).isInstanceOf(IOException.class);
        } else {
            check(ask(view), fault, expected);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(NO_HANG);
    }

    private HttpResponse<String> ask(String view) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.toString()).resolve(PATHS.get(view)))
                .timeout(NO_HANG);
        if (view.equals("intake")) {
            request.header("Authorization", ADMIN).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers
                            .ofString("{\"document\":{},\"releaseReports\":[{\"label\":\"a\"}]}"));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void check(HttpResponse<String> answer, String fault, String expected) throws IOException {
        if (expected.equals("as it is")) {
            assertThat(answer.statusCode()).isEqualTo(fault.equals("garbage") ? 200 : Integer.parseInt(fault));
            return;
        }
        JsonNode body = MAPPER.readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(expected.substring(0, 3)));
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue(fault.equals("429") ? "7" : "2");
            assertThat(body.path("type").asText()).isEqualTo("urn:parole:problem:unavailable");
            return;
        }
        List<String> missing = List.of(expected.substring("200 - ".length()).split(", "));
        assertThat(body.path("incomplete").findValuesAsText("part")).containsExactlyElementsOf(missing);
        assertThat(body.path("incomplete").findValuesAsText("reason")).allMatch(reason -> reason.startsWith("The "));
        // A part that is missing comes with when to ask again: what the service said, where it said so.
        assertThat(body.path("incomplete").findValuesAsText("retryAfter")).hasSameSizeAs(missing)
                .containsOnly(fault.equals("429") ? "7" : "2");
        assertThat(answer.headers().firstValue("Cache-Control")).isPresent().get().isIn("no-store", "no-cache");
        missing.forEach(
                part -> assertThat(body.path(part).isNull() || body.path(part).isMissingNode()).as(part).isTrue());
        // What there is comes from the service that works, and there is some.
        assertThat(body.findValuesAsText("from").size() + body.findValuesAsText("recordedAt").size()).isPositive();
        assertThat(body.findValuesAsText("from").stream().distinct().count()).isLessThanOrEqualTo(1);
    }
}
