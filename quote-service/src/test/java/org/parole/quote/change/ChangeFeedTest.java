package org.parole.quote.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.ARTICLE;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outletBody;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidParameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ChangeFeedTest {

    private static String endOfFeed() {
        String cursor = get("/quote-changes?limit=200").getString("next");
        while (true) {
            JsonPath page = get("/quote-changes?limit=200&cursor=" + cursor);
            cursor = page.getString("next");
            if (page.getList("items").isEmpty()) {
                return cursor;
            }
        }
    }

    @Test
    void tells_what_was_done_in_its_order() {
        String start = endOfFeed();
        String document = document();
        String speaker = speaker();
        String quote = created("/quotes", quoteBody(document, speaker)).getString("id");
        patch("/quotes/" + quote, Map.of("cue", "asked")).then().statusCode(200);
        patch("/documents/" + document, Map.of("text", ARTICLE.replace("sabotage", "wreck"))).then().statusCode(200);
        patch("/documents/" + document, Map.of("text", ARTICLE)).then().statusCode(200);
        retract("/quotes/" + quote).then().statusCode(204);

        JsonPath changes = get("/quote-changes?cursor=" + start);
        assertThat(changes.getList("items.kind", String.class)).containsExactly("CREATED", "CREATED", "CREATED",
                "CREATED", "REVISED", "REVISED", "ANCHOR_BROKEN", "REVISED", "ANCHOR_MENDED", "RETRACTED");
        assertThat(changes.getList("items.recordType", String.class)).startsWith("outlet", "document", "speaker",
                "quote");
        assertThat(changes.getList("items.recordId", String.class)).endsWith(document, quote, quote);
        assertThat(changes.getList("items.revision", Integer.class)).endsWith(3, 4, 5);
        // the same cursor gives the same again, and the last one waits for what comes
        assertThat(get("/quote-changes?cursor=" + start).<Map<String, Object>>get()).isEqualTo(changes.get());
        assertThat(get("/quote-changes?cursor=" + changes.getString("next")).getList("items")).isEmpty();
    }

    @Test
    void tells_of_mergers_and_groups() {
        String winner = speaker();
        String loser = speaker();
        String first = created("/quotes", quoteBody(document(), winner)).getString("id");
        String other = created("/quotes", with(quoteBody(document(), winner), "content", "Other words altogether now"))
                .getString("id");
        String start = endOfFeed();
        as("editor").header("If-Match", etag("/speakers/" + loser)).contentType("application/json")
                .body(Map.of("into", winner, "reason", "one person")).post("/api/v1/speakers/" + loser + "/merge")
                .then().statusCode(200);
        as("editor").queryParam("reason", "two people").delete("/api/v1/speakers/" + loser + "/merge").then()
                .statusCode(200);
        String path = "/api/v1/quotes/" + other + "/occurrence-of";
        as("editor").header("If-Match", etag("/quotes/" + other)).contentType("application/json")
                .body(Map.of("quote", first, "reason", "another translation")).put(path).then().statusCode(200);
        as("editor").header("If-Match", etag("/quotes/" + other)).queryParam("reason", "no").delete(path).then()
                .statusCode(200);
        JsonPath changes = get("/quote-changes?cursor=" + start);
        assertThat(changes.getList("items.kind", String.class)).containsExactly("MERGED", "UNMERGED", "GROUPED",
                "UNGROUPED");
        assertThat(changes.getList("items.recordId", String.class)).containsExactly(loser, loser, other, other);
    }

    @Test
    void misses_nothing_under_concurrent_writers() throws InterruptedException, ExecutionException {
        int writers = 8;
        int each = 20;
        String start = endOfFeed();
        List<String> seen = new ArrayList<>();
        List<String> written = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<List<String>>> jobs = IntStream.range(0, writers)
                    .<Callable<List<String>>>mapToObj(writer -> () -> {
                        List<String> ids = new ArrayList<>();
                        for (int i = 0; i < each; i++) {
                            ids.add(post("/outlets", outletBody()).then().statusCode(201).extract().path("id"));
                        }
                        return ids;
                    }).map(pool::submit).toList();
            String cursor = start;
            while (seen.size() < writers * each) {
                JsonPath page = get("/quote-changes?limit=7&cursor=" + cursor);
                seen.addAll(page.getList("items.recordId", String.class));
                cursor = page.getString("next");
            }
            for (Future<List<String>> job : jobs) {
                written.addAll(job.get());
            }
            assertThat(get("/quote-changes?limit=7&cursor=" + cursor).getList("items")).isEmpty();
        } finally {
            pool.shutdownNow();
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void refuses_cursors_of_other_lists() {
        String other = get("/outlets?limit=1").getString("next");
        if (other == null) {
            created("/outlets", outletBody());
            created("/outlets", outletBody());
            other = get("/outlets?limit=1").getString("next");
        }
        assertInvalidParameter(given().get("/api/v1/quote-changes?cursor=" + other), "cursor", "earlier page");
    }
}
