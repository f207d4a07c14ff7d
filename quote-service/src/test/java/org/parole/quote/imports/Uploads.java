package org.parole.quote.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parole.quote.support.Api.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Imports as clients make them. */
final class Uploads {

    private static final List<String> SYLLABLES = List.of("ba", "con", "dor", "el", "fin", "gar", "hal", "im", "jun",
            "kol",
            "lam", "mer", "nov", "or", "pel", "quo", "ras", "sul", "tam", "ur", "val", "wen", "yor", "zim");

    private Uploads() {
    }

    /** A line in the shape of Quotebank that has one speaker. */
    static String line(String key, String speaker, String item, String words) {
        return "{\"quoteID\":\"" + key + "\",\"quotation\":\"" + words + "\",\"speaker\":\"" + speaker
                + "\",\"date\":1579176013000,\"numOccurrences\":1,\"id\":\"" + item + "\",\"party_label\":\"R\"}";
    }

    /** So many lines with keys of their own, no two of one speaker alike. */
    static List<String> lines(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(name + "-" + i, "Speaker " + name + " " + i % 50, item(name, i % 50),
                        words(name, i)))
                .collect(Collectors.toList());
    }

    /** The Wikidata item of the speaker with this number. */
    static String item(String name, int number) {
        return "Q" + (1_000_000 + Math.abs(name.hashCode() % 1_000_000) * 100L + number);
    }

    private static String words(String name, int number) {
        var random = new Random(name.hashCode() * 31L + number);
        return IntStream.range(0, 12)
                .mapToObj(place -> SYLLABLES.get(random.nextInt(SYLLABLES.size()))
                        + SYLLABLES.get(random.nextInt(SYLLABLES.size()))
                        + SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .collect(Collectors.joining(" "));
    }

    static Response upload(byte[] body, String encoding, Object... parameters) {
        RequestSpecification request = as("editor").contentType("application/octet-stream");
        if (!List.of(parameters).contains("format")) {
            request.queryParam("format", "quotebank");
        }
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return request.body(body).post("/api/v1/imports");
    }

    static Response upload(List<String> lines, Object... parameters) {
        return upload(bytes(lines), null, parameters);
    }

    static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static JsonPath imported(List<String> lines, Object... parameters) {
        return ended(idOf(upload(lines, parameters)));
    }

    static String idOf(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        assertThat(response.header("Location")).endsWith("/api/v1/imports/" + response.jsonPath().getString("id"));
        return response.jsonPath().getString("id");
    }

    static JsonPath ended(String id) {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200))
                .until(() -> job(id), job -> job.getString("endedAt") != null);
    }

    static JsonPath job(String id) {
        return as("editor").get("/api/v1/imports/" + id).then().statusCode(200).extract().jsonPath();
    }

    static List<Map<String, Object>> refused(String id) {
        return as("editor").get("/api/v1/imports/" + id + "/refused").then().statusCode(200).extract().jsonPath()
                .getList("items");
    }

    static void assertCounts(JsonPath job, long read, long written, long alreadyThere, long revised, long refused) {
        assertThat(List.of(job.getLong("rowsRead"), job.getLong("written"), job.getLong("alreadyThere"),
                job.getLong("revised"), job.getLong("refused"))).as(job.prettify())
                .containsExactly(read, written, alreadyThere, revised, refused);
    }

    /** The quotes of one speaker, by name. */
    static JsonPath quotesOf(String speaker) {
        String id = given().get("/api/v1/speakers?name={name}", speaker).then().statusCode(200).extract().jsonPath()
                .getString("items.find { it.name == '" + speaker + "' }.id");
        return given().get("/api/v1/quotes?speaker={id}&limit=200", id).then().statusCode(200).extract().jsonPath();
    }
}
