package org.parole.tally.support;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.parole.kit.dev.TestTokens;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The service as its clients use it, with the records that most tests need. */
public final class Api {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Api() {
    }

    /** A slug that no other test has. */
    public static String unique(String prefix) {
        return prefix + "-" + COUNTER.incrementAndGet();
    }

    public static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer("test-" + role, role));
    }

    public static Map<String, Object> with(Map<String, Object> body, Object... changes) {
        TreeMap<String, Object> copy = new TreeMap<>(body);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                copy.remove(changes[i]);
            } else {
                copy.put((String) changes[i], changes[i + 1]);
            }
        }
        return copy;
    }

    public static Response post(String path, Object body) {
        return as("contributor").contentType(ContentType.JSON).body(body).post("/api/v1" + path);
    }

    public static JsonPath created(String path, Object body) {
        return post(path, body).then().statusCode(201).extract().jsonPath();
    }

    public static JsonPath get(String path) {
        return given().get("/api/v1" + path).then().statusCode(200).extract().jsonPath();
    }

    public static String etag(String path) {
        return given().get("/api/v1" + path).then().statusCode(200).extract().header("ETag");
    }

    public static Response patch(String path, Object body) {
        return as("editor").contentType("application/merge-patch+json; charset=utf-8").header("If-Match", etag(path))
                .queryParam("reason", "because of a test").body(body).patch("/api/v1" + path);
    }

    public static Response retract(String path) {
        return as("editor").header("If-Match", etag(path)).queryParam("reason", "because of a test")
                .delete("/api/v1" + path);
    }

    public static String party() {
        String slug = unique("party");
        created("/parties", Map.of("slug", slug, "name", "Party " + slug, "kind", "ARMED_GROUP"));
        return slug;
    }

    public static Map<String, Object> agreementBody(String... parties) {
        return Map.of("slug", unique("agreement"), "title", "An exchange", "signedOn", "2020-02-29", "signatories",
                List.of(parties[0]), "boundParties", List.of(parties));
    }

    /** An agreement of two new parties, and a commitment of the first towards the second. */
    public static Map<String, Object> commitmentBody() {
        String releasing = party();
        String receiving = party();
        String agreement = created("/agreements", agreementBody(releasing, receiving)).getString("slug");
        return Map.of("slug", unique("commitment"), "agreement", agreement, "releasingParty", releasing,
                "receivingParty", receiving, "category", "prisoners", "quantity", exactly(100));
    }

    public static String commitment() {
        return created("/commitments", commitmentBody()).getString("slug");
    }

    /** An exchange of two new parties. */
    public static Map<String, Object> exchangeBody() {
        return Map.of("slug", unique("exchange"), "title", "An exchange", "parties", List.of(party(), party()),
                "startedOn", "2020-04-07", "endedOn", "2020-04-08");
    }

    /** A direction of an exchange from its party of this number to the other one, with no promised number. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> directionBody(Map<String, Object> exchange, int from) {
        var parties = (List<String>) exchange.get("parties");
        return Map.of("slug", unique("direction"), "exchange", exchange.get("slug"), "releasingParty",
                parties.get(from), "receivingParty", parties.get(1 - from), "category", "prisoners of war");
    }

    public static Map<String, Object> exactly(int number) {
        return Map.of("comparator", "EXACTLY", "min", number);
    }

    public static Map<String, Object> reportBody(String commitment) {
        return with(Map.of("claimant", Map.of("name", "A spokesman"), "sourceKind",
                "RELEASING_PARTY", "stage", "REPORTED", "quantity", exactly(20), "basis", "BATCH", "eventOn",
                "2020-04-08", "publishedAt", "2020-04-09", "outlet", "Example Wire"), "commitment", commitment);
    }

    public static String report(Map<String, Object> body) {
        return created("/release-reports", body).getString("id");
    }
}
