package org.parole.quote.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.record.Ledger;
import org.parole.quote.quote.FoundBefore.Found;
import org.parole.quote.quote.QuoteReader.Hit;
import org.parole.quote.quote.QuoteReader.PageKey;
import org.parole.quote.search.Searches;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FoundBeforeTest {

    @Inject
    FoundBefore before;
    @Inject
    Searches searches;
    @Inject
    Ledger ledger;

    @ParameterizedTest
    @ValueSource(strings = {"RELEVANCE", "NEWEST"})
    void what_was_found_answers_until_something_is_written(String order) {
        String word = "Remission" + order;
        Map<String, Object> body = quoteBody();
        String first = created("/quotes", with(body, "content", word)).getString("id");
        String second = created("/quotes", with(body, "content", word + " for some of them")).getString("id");
        String path = "/quotes?limit=1&q=" + word + "&order=" + order.toLowerCase();
        JsonPath page = get(path);
        assertThat(page.getInt("total")).isEqualTo(2);
        Found found = known(word, QuoteOrder.valueOf(order)).orElseThrow();
        assertThat(found.hits()).extracting(hit -> hit.id().toString()).containsExactlyInAnyOrder(first, second);
        assertThat(found.total()).isEqualTo(2);
        assertThat(get(path).getMap("")).isEqualTo(page.getMap(""));

        String third = created("/quotes", with(body, "content", word + " for all of them")).getString("id");
        assertThat(known(word, QuoteOrder.valueOf(order))).isEmpty();
        assertThat(get(path).getInt("total")).isEqualTo(3);
        assertThat(allPages(path)).containsExactlyInAnyOrder(first, second, third);

        patch("/quotes/" + second, Map.of("content", "Nothing of the kind")).then().statusCode(200);
        assertThat(allPages(path)).containsExactlyInAnyOrder(first, third);
        retract("/quotes/" + third).then().statusCode(204);
        assertThat(get(path).getInt("total")).isEqualTo(1);
        assertThat(allPages(path)).containsExactly(first);
    }

    @Test
    void questions_that_differ_in_anything_are_told_apart() {
        Map<String, Object> body = quoteBody();
        created("/quotes", with(body, "content", "Commutation of sentences", "channel", "LETTER"));
        created("/quotes", with(body, "content", "Commutation of no sentence", "channel", "INTERVIEW"));
        String path = "/quotes?q=commutation&limit=";
        assertThat(get(path + 1).getInt("total")).isEqualTo(2);
        assertThat(get(path + "1&channel=LETTER").getInt("total")).isEqualTo(1);
        assertThat(get("/quotes?q=commutation sentence&limit=1").getInt("total")).isEqualTo(2);
        assertThat(get("/quotes?q=\"of sentences\"&limit=1").getInt("total")).isEqualTo(1);
        assertThat(get(path + 2).getList("items")).hasSize(2);
        assertThat(get(path + "1&asOf=2020-01-01").getInt("total")).isZero();
        assertThat(get(path + 1).getList("items")).hasSize(1);
    }

    @Test
    void a_page_is_cut_out_of_what_is_kept() {
        List<Hit> hits = IntStream.range(0, 10).mapToObj(n -> new Hit(new UUID(0, n), 1, 10 - n)).toList();
        Found all = new Found(1, hits, 10);
        assertThat(all.page(null, 4, 11)).contains(hits.subList(0, 4));
        assertThat(all.page(after(3), 4, 11)).contains(hits.subList(4, 8));
        assertThat(all.page(after(7), 4, 11)).contains(hits.subList(8, 10));
        assertThat(all.page(after(9), 4, 11)).contains(List.of());
        assertThat(all.page(after(77), 4, 11)).isEmpty();
        // Where there may be more than is kept.
        assertThat(all.page(after(5), 4, 10)).contains(hits.subList(6, 10));
        assertThat(all.page(after(7), 4, 10)).isEmpty();
    }

    private static PageKey after(long place) {
        return new PageKey(Instant.EPOCH, 10 - place, new UUID(0, place));
    }

    private Optional<Found> known(String word, QuoteOrder order) {
        var filter = new QuoteFilter();
        filter.q = word;
        filter.order = order;
        var query = new QuoteQuery(filter, null, searches.understand(word, null), null);
        return order == QuoteOrder.RELEVANCE
                ? before.at(ledger.head(), query, ledger.lastRecordedAt(), 201)
                : before.at(ledger.head(), query, Instant.EPOCH, 2);
    }

    private static List<String> allPages(String path) {
        var ids = new ArrayList<String>();
        JsonPath page = get(path);
        ids.addAll(page.getList("items.id", String.class));
        while (page.getString("next") != null) {
            page = get(path + "&cursor=" + page.getString("next"));
            ids.addAll(page.getList("items.id", String.class));
        }
        return ids;
    }
}
