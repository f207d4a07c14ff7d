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
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tries every cell of the table in docs/gateway.md. */
@QuarkusTest
class FaultMatrixTest extends StubbedTest {

    private static final String ID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    // Deadlines of these tests are a second or two; anything beyond this hangs.
    private static final Duration NO_HANG = Duration.ofSeconds(6);

    private static final Map<String, String> PATHS = Map.of("dossier", "/api/v1/dossiers/us-taliban-2020", "evidence",
            "/api/v1/release-reports/" + ID + "/evidence", "speaker record", "/api/v1/speakers/" + ID + "/record",
            "changes",
            "/api/v1/changes", "passed on", "/api/v1/quotes", "intake", "/api/v1/intake");

    @TestHTTPResource
    URL gateway;

    static Stream<Arguments> cells() throws IOException {
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
                all.add(Arguments.of(cells.get(0), cells.get(1), faults.get(column), cells.get(column)));
            }
        }
        assertThat(all).hasSizeGreaterThan(60);
        return all.stream();
    }

    private static List<String> cellsOf(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::trim).toList();
    }

    @BeforeEach
    void servicesHaveEverything() {
        tallies.when("GET", "/api/v1/agreements/.*", StubService.json(200, "{\"slug\":\"us-taliban-2020\"}"));
        tallies.when("GET", "/api/v1/(commitments|tallies|release-reports)",
                StubService.json(200, "{\"items\":[{\"from\":\"tallies\"}]}"));
        tallies.when("GET", "/api/v1/release-reports/.*",
                StubService.json(200, "{\"from\":\"tallies\",\"evidence\":{\"quoteId\":\""
                        + ID + "\",\"documentUrl\":\"https://example.org/\"}}"));
        quotes.when("GET", "/api/v1/(quotes|documents)", StubService.json(200, "{\"items\":[{\"from\":\"quotes\"}]}"));
        quotes.when("GET", "/api/v1/quotes/.*",
                StubService.json(200, "{\"from\":\"quotes\",\"verification\":{\"status\":\"EXACT\"}}"));
        quotes.when("GET", "/api/v1/speakers/.*", StubService.json(200, "{\"from\":\"quotes\",\"party\":\"taliban\"}"));
        for (StubService service : List.of(quotes, tallies)) {
            service.when("GET", "/api/v1/[a-z]+-changes",
                    StubService.json(200, "{\"items\":[{\"recordedAt\":\"2020-01-01T00:00:00Z\"}],\"next\":\"n\"}"));
            service.when("PUT", "/internal/.*", StubService.json(200, "{}"));
            service.when("POST", "/internal/.*", StubService.json(200, "{}"));
            service.when("DELETE", "/internal/.*", StubService.raw("HTTP/1.1 204 No Content\r\n\r\n"));
        }
    }

    private void breakDown(StubService service, String fault) {
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

    @ParameterizedTest(name = "{0} while {1} is broken: {2}")
    @MethodSource("cells")
    void every_view_is_honest_under_every_fault(String view, String broken, String fault, String expected)
            throws Exception {
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
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(body.path("type").asText()).isEqualTo("urn:parole:problem:unavailable");
            return;
        }
        List<String> missing = List.of(expected.substring("200 - ".length()).split(", "));
        assertThat(body.path("incomplete").findValuesAsText("part")).containsExactlyElementsOf(missing);
        assertThat(body.path("incomplete").findValuesAsText("reason")).allMatch(reason -> reason.startsWith("The "));
        missing.forEach(
                part -> assertThat(body.path(part).isNull() || body.path(part).isMissingNode()).as(part).isTrue());
        // What there is comes from the service that works, and there is some.
        assertThat(body.findValuesAsText("from").size() + body.findValuesAsText("recordedAt").size()).isPositive();
        assertThat(body.findValuesAsText("from").stream().distinct().count()).isLessThanOrEqualTo(1);
    }
}
