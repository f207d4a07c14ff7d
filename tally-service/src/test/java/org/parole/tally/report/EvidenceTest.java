package org.parole.tally.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.commitment;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.patch;
import static org.parole.tally.support.Api.report;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.with;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;

import com.sun.net.httpserver.HttpServer;

/** Evidence is checked against the quote-service, and is unknown while that cannot be reached. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(EvidenceTest.QuoteService.class)
class EvidenceTest {

    /** What the quote-service answers, by path; kept where every class loader sees it. */
    private static final Map<Object, Object> ANSWERS = System.getProperties();

    /** An HTTP server in the place of the quote-service. */
    public static class QuoteService implements QuarkusTestResourceLifecycleManager {

        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", exchange -> {
                String answer = ANSWERS.getOrDefault("stub:" + exchange.getRequestURI().getPath(),
                        ANSWERS.getOrDefault("stub:all", "404 ")).toString();
                byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                // Without its length, as the client sees the compressed answers of the real one.
                exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length == 0 ? -1 : 0);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return Map.of("quarkus.rest-client.quotes.url", "http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    @Inject
    EvidenceChecks checks;

    @AfterEach
    void answerAgain() {
        ANSWERS.remove("stub:all");
    }

    static void answer(UUID quote, String answer) {
        ANSWERS.put("stub:/api/v1/quotes/" + quote, answer);
    }

    static String quote(String kind, String status) {
        return "200 {\"id\":\"x\",\"kind\":\"" + kind
                + "\",\"content\":\"20\",\"language\":\"en\",\"verification\":{\"status\":\""
                + status + "\",\"checkedAt\":\"2020-01-01T00:00:00Z\"},\"speaker\":{\"id\":\"" + UUID.randomUUID()
                + "\"}}";
    }

    static String reportWith(String commitment, UUID quote, String typed) {
        return report(
                with(reportBody(commitment), "evidence", Map.of("quoteId", quote.toString(), "quoteKind", typed)));
    }

    @Test
    void what_the_quote_service_says_is_written_down_as_a_revision() {
        String commitment = commitment();
        var verified = UUID.randomUUID();
        var orphaned = UUID.randomUUID();
        var nowhere = UUID.randomUUID();
        var retracted = UUID.randomUUID();
        answer(verified, quote("DIRECT", "NORMALISED"));
        answer(orphaned, quote("DIRECT", "ORPHANED"));
        answer(retracted, "410 {}");
        String one = "/release-reports/" + reportWith(commitment, verified, "INDIRECT");
        String two = "/release-reports/" + reportWith(commitment, orphaned, "DIRECT");
        String three = "/release-reports/" + reportWith(commitment, nowhere, "DIRECT");
        String four = "/release-reports/" + reportWith(commitment, retracted, "DIRECT");
        assertThat(get(one).getString("evidenceCheck")).isEqualTo("UNKNOWN");
        checks.round();
        assertThat(get(one).getString("evidenceCheck")).isEqualTo("VERIFIED");
        assertThat(get(two).getString("evidenceCheck")).isEqualTo("WORDS_ABSENT");
        // The quote may be on its way.
        assertThat(get(three).getString("evidenceCheck")).isEqualTo("UNKNOWN");
        checkAgain(three);
        assertThat(get(three).getString("evidenceCheck")).isEqualTo("MISSING");
        assertThat(get(three).getBoolean("evidenceMissing")).isTrue();
        assertThat(get(two).getBoolean("evidenceMissing")).isFalse();
        assertThat(get(four).getBoolean("evidenceMissing")).isTrue();
        assertThat(get(three).getString("revisionType")).isEqualTo("REVERIFICATION");
        assertThat(get(three).getString("recordedBy")).isEqualTo("system");
        assertThat(get(three + "/history").getList("items[1].changes.pointer").toString())
                .isEqualTo("[/evidenceCheck]");
        checks.round();
        assertThat(get(three).getInt("revision")).isEqualTo(2);
    }

    @Test
    void the_figure_must_stand_in_the_words() {
        String commitment = commitment();
        var other = UUID.randomUUID();
        answer(other, quote("DIRECT", "EXACT").replace("\"20\"", "\"1,120 men came home\""));
        var sum = UUID.randomUUID();
        answer(sum, quote("DIRECT", "EXACT").replace("\"20\"", "\"8 men from here and 12 from there\""));
        var altered = UUID.randomUUID();
        answer(altered, quote("DIRECT", "ALTERED"));
        var turned = UUID.randomUUID();
        answer(turned, quote("DIRECT", "NORMALISED").replace("\"checkedAt\"",
                "\"omitted\":[{\"text\":\"not\",\"changesMeaning\":true}],\"checkedAt\""));
        String one = "/release-reports/" + reportWith(commitment, other, "DIRECT");
        String two = "/release-reports/" + reportWith(commitment, sum, "DIRECT");
        String three = "/release-reports/" + reportWith(commitment, altered, "DIRECT");
        String four = "/release-reports/" + reportWith(commitment, turned, "DIRECT");
        checks.round();
        assertThat(get(one).getString("evidenceCheck")).isEqualTo("FIGURE_ABSENT");
        assertThat(get(two).getString("evidenceCheck")).isEqualTo("DERIVED");
        assertThat(get(three).getString("evidenceCheck")).isEqualTo("WORDS_ABSENT");
        assertThat(get(four).getString("evidenceCheck")).isEqualTo("UNVERIFIED");
    }

    @Test
    void a_quotation_with_its_document_is_checked_once_that_is_recorded() {
        String url = "https://example.org/" + UUID.randomUUID();
        var document = UUID.randomUUID();
        Map<String, Object> body = with(reportBody(commitment()), "evidence",
                Map.of("documentUrl", url, "quotation", "20 men came home"));
        String path = "/release-reports/" + report(body);
        ANSWERS.put("stub:/api/v1/documents", "200 {\"items\":[]}");
        checks.round();
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("UNKNOWN");
        ANSWERS.put("stub:/api/v1/documents", "200 {\"items\":[{\"id\":\"" + document + "\"}]}");
        String passage = "stub:/api/v1/documents/" + document + "/passage";
        ANSWERS.put(passage, "200 {\"status\":\"ORPHANED\",\"language\":\"en\"}");
        dueAgain(path);
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("WORDS_ABSENT");
        ANSWERS.put(passage, "200 {\"status\":\"EXACT\",\"language\":\"en\"}");
        dueAgain(path);
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");
        ANSWERS.put(passage, "414 {}");
        dueAgain(path);
        assertThat(get(path).getString("evidenceCheck")).as("words that are refused").isEqualTo("UNVERIFIED");
        ANSWERS.put(passage, "200 {\"status\":\"EXACT\",\"language\":\"en\"}");
        dueAgain(path);
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");
        patch(path, Map.of("quantity", Map.of("comparator", "EXACTLY", "min", 21, "max", 21))).then().statusCode(200);
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("UNKNOWN");
        checks.round();
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("FIGURE_ABSENT");
        ANSWERS.remove("stub:/api/v1/documents");
    }

    @Inject
    ReportRepository repository;

    @Test
    void a_quote_that_comes_after_its_report_is_found() {
        var late = UUID.randomUUID();
        String path = "/release-reports/" + reportWith(commitment(), late, "DIRECT");
        checks.round();
        assertThat(get(path).getInt("revision")).isEqualTo(1);
        answer(late, quote("DIRECT", "EXACT"));
        checkAgain(path);
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");
        assertThat(get(path).getInt("revision")).isEqualTo(2);
    }

    /** Looks for what was looked for already. */
    private void checkAgain(String path) {
        QuarkusTransaction.requiringNew().run(() -> repository
                .noteCheck(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)), Instant.EPOCH));
        checks.round();
    }

    private void dueAgain(String path) {
        QuarkusTransaction.requiringNew()
                .run(() -> repository
                        .enqueueForCheck(List.of(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))));
        checks.round();
    }

    @Test
    void while_it_cannot_be_reached_nothing_is_invented() {
        ANSWERS.put("stub:all", "503 {}");
        var quote = UUID.randomUUID();
        String path = "/release-reports/" + reportWith(commitment(), quote, "DIRECT");
        checks.round();
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("UNKNOWN");
        assertThat(get(path).getInt("revision")).isEqualTo(1);
        answer(quote, quote("DIRECT", "EXACT"));
        ANSWERS.remove("stub:all");
        dueAgain(path);
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");
    }

    @Test
    void new_evidence_is_asked_for_at_once_and_nothing_else_and_with_a_pause_while_nobody_answers() {
        var quote = UUID.randomUUID();
        answer(quote, quote("DIRECT", "EXACT"));
        String path = "/release-reports/" + reportWith(commitment(), quote, "DIRECT");
        checks.roundOfNew();
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");
        answer(quote, quote("DIRECT", "ORPHANED"));
        // What was asked for waits for the longer round.
        checks.roundOfNew();
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");

        ANSWERS.put("stub:all", "503 {}");
        var unanswered = UUID.randomUUID();
        String waiting = "/release-reports/" + reportWith(commitment(), unanswered, "DIRECT");
        checks.roundOfNew();
        ANSWERS.remove("stub:all");
        var other = UUID.randomUUID();
        answer(other, quote("DIRECT", "EXACT"));
        String later = "/release-reports/" + reportWith(commitment(), other, "DIRECT");
        checks.roundOfNew();
        assertThat(get(waiting).getString("evidenceCheck")).isEqualTo("UNKNOWN");
        assertThat(get(later).getString("evidenceCheck")).isEqualTo("UNKNOWN");
        checks.round();
        assertThat(get(later).getString("evidenceCheck")).isEqualTo("VERIFIED");
    }

    @Test
    void words_of_an_unknown_speaker_are_nobodys_own_and_what_an_editor_put_in_is_no_figure() {
        var unknown = UUID.randomUUID();
        answer(unknown, quote("DIRECT", "EXACT").replaceAll(",\"speaker\":\\{[^}]*}", ""));
        String path = "/release-reports/" + reportWith(commitment(), unknown, "DIRECT");
        var putIn = UUID.randomUUID();
        answer(putIn, quote("DIRECT", "NORMALISED").replace("\"20\"", "\"[20] men came home, [t]hirty went\""));
        String inserted = "/release-reports/" + reportWith(commitment(), putIn, "DIRECT");
        checks.round();
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");
        assertThat(get(path).getBoolean("ownWords")).isFalse();
        assertThat(get(inserted).getString("evidenceCheck")).isEqualTo("FIGURE_ABSENT");
    }

    @Test
    void a_question_that_is_refused_does_not_keep_other_reports_from_being_checked() {
        String url = "https://example.org/" + UUID.randomUUID();
        String refused = "/release-reports/" + report(with(reportBody(commitment()), "evidence",
                Map.of("documentUrl", url, "quotation", "20 men came home")));
        ANSWERS.put("stub:/api/v1/documents", "400 {}");
        var quote = UUID.randomUUID();
        answer(quote, quote("DIRECT", "EXACT"));
        String path = "/release-reports/" + reportWith(commitment(), quote, "DIRECT");
        checks.round();
        ANSWERS.remove("stub:/api/v1/documents");
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");
        assertThat(get(refused).getString("evidenceCheck")).isEqualTo("UNKNOWN");
        assertThat(get(refused).getInt("revision")).isEqualTo(1);
    }

    @Test
    void another_quote_is_checked_anew() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        answer(first, quote("DIRECT", "EXACT"));
        answer(second, quote("MIXED", "EXACT"));
        String path = "/release-reports/" + reportWith(commitment(), first, "DIRECT");
        checks.round();
        patch(path, Map.of("evidence", Map.of("quoteId", second.toString()))).then().statusCode(200);
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("UNKNOWN");
        checks.round();
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");
        patch(path, Map.of("note", "read again")).then().statusCode(200);
        assertThat(get(path).getString("evidenceCheck")).isEqualTo("VERIFIED");
    }

    @Test
    void a_verified_direct_quote_is_nearest_to_the_claimants_own_words() {
        String commitment = commitment();
        var direct = UUID.randomUUID();
        var orphaned = UUID.randomUUID();
        answer(direct, quote("DIRECT", "EXACT").replace("\"20\"", "\"40\""));
        answer(orphaned, quote("DIRECT", "ORPHANED"));
        Map<String, Object> total = with(reportBody(commitment), "basis", "CUMULATIVE");
        report(with(total, "quantity", exactly(40), "evidence", Map.of("quoteId", direct.toString())));
        report(with(total, "quantity", exactly(30), "evidence",
                Map.of("quoteId", orphaned.toString(), "quoteKind", "DIRECT")));
        String tally = "/tallies/" + commitment + "?on=2020-04-30";
        assertThat(get(tally).getLong("released.best")).isEqualTo(30);
        checks.round();
        assertThat(get(tally).getLong("released.best")).isEqualTo(40);
    }
}
