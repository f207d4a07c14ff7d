package org.parole.quote.support;

import static io.restassured.RestAssured.given;

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

    public static final String ARTICLE = """
            Suhail Shaheen, a spokesman for the group\u2019s political office in Qatar, said on Twitter a technical team \
            would not participate in \u201Cfruitless meetings\u201D and the release of their prisoners was being \
            \u201Cdelayed under one pretext or another,\u201D Reuters reported.

            \u201CWe ask the Taliban to not sabotage the process by making excuses now,\u201D Javid Faisal, a spokesman \
            for the National Security Council in Kabul, said.
            """;
    public static final String FAISAL = "We ask the Taliban to not sabotage the process by making excuses now";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Api() {
    }

    /** A number that no other test has: for names and URLs that must be unique. */
    public static int unique() {
        return COUNTER.incrementAndGet();
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

    public static JsonPath get(String path, Object... parameters) {
        return given().get("/api/v1" + path, parameters).then().statusCode(200).extract().jsonPath();
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

    public static Map<String, Object> outletBody() {
        return Map.of("name", "Outlet " + unique(), "kind", "WIRE", "country", "GB", "language", "en");
    }

    public static String outlet() {
        return created("/outlets", outletBody()).getString("id");
    }

    public static Map<String, Object> documentBody(String outletId) {
        return Map.of("url", "https://example.org/articles/" + unique(), "title", "Talks broken off", "outletId",
                outletId, "publishedAt", "2020-04-07", "language", "en", "text", ARTICLE, "textKind", "FULL");
    }

    public static String document() {
        return document(ARTICLE);
    }

    public static String document(String text) {
        return created("/documents", with(documentBody(outlet()), "text", text)).getString("id");
    }

    public static Map<String, Object> speakerBody() {
        return Map.of("name", "Javid Faisal " + unique(), "kind", "PERSON", "party", "afghan-government");
    }

    public static String speaker() {
        return created("/speakers", speakerBody()).getString("id");
    }

    public static Map<String, Object> quoteBody(String documentId, String speakerId) {
        return Map.of("documentId", documentId, "speakerId", speakerId, "role",
                "a spokesman for the National Security Council in Kabul", "cue", "said", "content", FAISAL, "kind",
                "DIRECT", "saidOn", "2020-04-07", "channel", "STATEMENT", "language", "en", "about",
                Map.of("parties", new String[]{"taliban"}, "agreements", new String[]{"us-taliban-2020"}));
    }

    public static Map<String, Object> quoteBody() {
        return quoteBody(document(), speaker());
    }
}
