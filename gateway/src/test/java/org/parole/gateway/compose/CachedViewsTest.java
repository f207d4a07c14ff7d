package org.parole.gateway.compose;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What is answered from memory, for how long, and with which headers. */
@QuarkusTest
class CachedViewsTest extends StubbedTest {

    // Changes are numbered on through all tests, since the gateway remembers.
    private static final AtomicLong CHANGES = new AtomicLong(1_000);

    private final String agreement = "a-" + UUID.randomUUID();

    @BeforeEach
    void servicesHaveItAndCountTheirChanges() {
        tallies.when("GET", "/api/v1/agreements/.*", StubService.json(200, "{\"slug\":\"" + agreement + "\"}"));
        tallies.when("GET", "/api/v1/(agreements|commitments|tallies|release-reports)",
                StubService.json(200, "{\"items\":[],\"next\":null}"));
        quotes.when("GET", "/api/v1/(quotes|speakers)", StubService.json(200, "{\"items\":[],\"next\":null}"));
        quotes.when("GET", "/api/v1/speakers/.*", StubService.json(200, "{\"name\":\"A\"}"));
        changed();
    }

    /** Something was recorded, in both. */
    private void changed() {
        for (StubService service : List.of(quotes, tallies)) {
            service.head(CHANGES.incrementAndGet());
        }
    }

    private String dossier() {
        return "/api/v1/dossiers/" + agreement;
    }

    private Response get(String path, String etag) {
        RequestSpecification request = given();
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        return request.get(path);
    }

    private int asked() {
        return quotes.received().size() + tallies.received().size();
    }

    /** Asks until an answer comes from memory: the first ones may have been put together before a version was known. */
    private Response remembered(String path) {
        Response[] answer = new Response[1];
        await().until(() -> {
            int before = asked();
            answer[0] = get(path, null);
            return answer[0].statusCode() == 200 && asked() == before;
        });
        return answer[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/dossiers/{it}", "/api/v1/timeline?agreement={it}", "/api/v1/search?q={it}",
            "/api/v1/speakers/0190163d-8694-739b-aea5-966c26f8ad91/record?limit=7"})
    void while_nothing_changes_a_view_comes_from_memory_and_is_not_sent_again_to_who_has_it(String path) {
        String concrete = path.replace("{it}", agreement);
        Response answer = remembered(concrete);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        int before = asked();
        Response again = get(concrete, answer.header("ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void each_answer_from_memory_is_asked_for_anew_whether_it_still_holds() {
        remembered(dossier());
        long before = quotes.asksForHead();
        get(dossier(), null).then().statusCode(200);
        assertThat(quotes.asksForHead()).isGreaterThan(before);
    }

    @Test
    void the_tag_changes_when_a_part_changes_and_at_once() {
        String tag = remembered(dossier()).header("ETag");
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[{\"id\":\"q\"}],\"next\":null}"));
        changed();
        Response changed = get(dossier(), tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(changed.jsonPath().getList("quotes.items.id")).isEqualTo(List.of("q"));
    }

    @Test
    void the_tag_stays_when_something_else_changes() {
        String tag = remembered(dossier()).header("ETag");
        changed();
        int before = asked();
        assertThat(get(dossier(), tag).statusCode()).isEqualTo(304);
        assertThat(asked()).as("it was put together to see").isGreaterThan(before);
    }

    @Test
    void when_a_service_goes_away_its_part_is_missing_and_neither_remembered_nor_to_be_kept() {
        String tag = remembered(dossier()).header("ETag");
        quotes.close();
        Response partial = get(dossier(), tag);
        assertThat(partial.statusCode()).isEqualTo(200);
        assertThat(partial.jsonPath().getList("incomplete.part")).isEqualTo(List.of("quotes"));
        assertThat(partial.header("Cache-Control")).isEqualTo("no-store");
        assertThat(partial.header("ETag")).isNotEqualTo(tag);
        quotes = StubbedServices.quotes();
        servicesHaveItAndCountTheirChanges();
        assertThat(get(dossier(), tag).statusCode()).isEqualTo(304);
    }

    @Test
    void an_answer_for_a_past_record_time_holds_for_ever_and_nobody_is_asked_again() {
        String path = dossier() + "?asOf=2020-06-01T00:00:00Z";
        Response first = get(path, null);
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        long heads = quotes.asksForHead();
        int before = asked();
        assertThat(get(path, first.header("ETag")).statusCode()).isEqualTo(304);
        assertThat(get(path, null).asString()).isEqualTo(first.asString());
        assertThat(asked()).isEqualTo(before);
        assertThat(quotes.asksForHead()).isEqualTo(heads);
    }

    @Test
    void an_answer_for_a_past_record_time_that_is_not_whole_is_kept_by_nobody() {
        tallies.when("GET", "/api/v1/tallies", StubService.json(500, "{}"));
        String path = dossier() + "?asOf=2020-06-02T00:00:00Z";
        Response partial = get(path, null);
        assertThat(partial.jsonPath().getList("incomplete.part")).isEqualTo(List.of("tallies"));
        assertThat(partial.header("Cache-Control")).isEqualTo("no-store");
        tallies.when("GET", "/api/v1/tallies", StubService.json(200, "{\"items\":[]}"));
        assertThat(get(path, null).jsonPath().getList("incomplete")).isEmpty();
    }

    @Test
    void other_words_of_the_request_are_another_view() {
        remembered(dossier());
        int before = asked();
        get(dossier() + "?on=2020-05-31", null).then().statusCode(200);
        assertThat(asked()).isEqualTo(before + 4);
    }
}
