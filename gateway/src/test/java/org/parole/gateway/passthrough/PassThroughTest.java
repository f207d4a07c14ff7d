package org.parole.gateway.passthrough;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubService.Received;
import org.parole.gateway.testing.StubbedTest;
import org.parole.kit.dev.TestTokens;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
class PassThroughTest extends StubbedTest {

    @TestHTTPResource
    URL gateway;

    @Test
    void a_read_arrives_as_it_was_sent_and_the_answer_comes_back_as_it_was_given() {
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[]}", "ETag: \"abc\"",
                "Cache-Control: no-cache", "X-Something: else"));

        given().urlEncodingEnabled(false).header("If-None-Match", "\"old\"").get("/api/v1/quotes?limit=2&speaker=a%20b")
                .then()
                .statusCode(200).header("ETag", "\"abc\"").header("Cache-Control", "no-cache")
                .header("X-Something", "else")
                .body("items", equalTo(java.util.List.of()));

        assertThat(quotes.last().target()).isEqualTo("/api/v1/quotes?limit=2&speaker=a%20b");
        assertThat(quotes.last().header("If-None-Match")).isEqualTo("\"old\"");
        assertThat(tallies.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parties", "agreements/us-taliban-2020", "commitments", "release-reports", "tallies",
            "tallies/us-taliban-2020-taliban-prisoners/explain", "tally-changes", "exports/release-reports"})
    void what_the_tally_service_owns_goes_to_the_tally_service(String path) {
        tallies.when("GET", "/api/v1/" + path, StubService.json(200, "{}"));
        given().get("/api/v1/" + path).then().statusCode(200);
        assertThat(quotes.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imports", "imports/01900000-0000-7000-8000-000000000001", "exports/quotes",
            "exports/speakers/datapackage.json"})
    void what_the_quote_service_owns_goes_to_the_quote_service(String path) {
        quotes.when("GET", "/api/v1/" + path, StubService.json(200, "{}"));
        given().get("/api/v1/" + path).then().statusCode(200);
        assertThat(tallies.received()).isEmpty();
    }

    @Test
    void an_archive_may_be_larger_than_other_bodies_and_needs_an_editor() {
        quotes.when("POST", "/api/v1/imports", StubService.json(202, "{}"));
        byte[] archive = new byte[5_000_000];
        given().header("Authorization", ADMIN).contentType("application/octet-stream").body(archive)
                .post("/api/v1/imports?format=quotebank").then().statusCode(202);
        assertThat(quotes.last().header("Content-Length")).isEqualTo("5000000");
        assertThat(quotes.last().target()).isEqualTo("/api/v1/imports?format=quotebank");
        given().contentType("application/octet-stream").body(archive).post("/api/v1/imports?format=quotebank").then()
                .statusCode(401);
        given().header("Authorization", ADMIN).contentType("application/octet-stream").body(archive)
                .post("/api/v1/quotes").then().statusCode(413);
    }

    @Test
    void an_anonymous_read_carries_no_word_for_anyone() {
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{}"));
        given().get("/api/v1/quotes").then().statusCode(200);
        assertThat(quotes.last().headers()).doesNotContainKey("authorization");
    }

    @Test
    void the_clients_key_stays_here_and_the_service_gets_the_gateways_signed_word_instead() throws Exception {
        quotes.when("POST", "/api/v1/quotes", StubService.json(201, "{}"));

        given().header("Authorization", ADMIN).header("Cookie", "a=b").contentType("application/json").body("{\"a\":1}")
                .post("/api/v1/quotes").then().statusCode(201);

        Received received = quotes.last();
        assertThat(received.text()).isEqualTo("{\"a\":1}");
        assertThat(received.headers()).doesNotContainKeys("x-api-key", "cookie");
        assertThat(received.headers().values()).noneMatch(value -> value.contains("parole_"));
        String[] token = received.header("Authorization").substring("Bearer ".length()).split("\\.");
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("parole-gateway");
        assertThat(claims.path("aud").asText()).isEqualTo("parole-services");
        assertThat(claims.path("sub").asText()).isEqualTo("bootstrap");
        assertThat(claims.path("groups")).extracting(JsonNode::asText).containsExactlyInAnyOrder("reader",
                "contributor",
                "editor", "admin");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(60);
        assertThat(isSignedByTheGateway(token)).isTrue();
    }

    private static boolean isSignedByTheGateway(String[] token) throws Exception {
        String pem = TestTokens.keys().publicKey().replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(
                KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token[2]));
    }

    @Test
    void what_is_meant_for_the_next_neighbour_only_is_not_passed_on() {
        quotes.when("GET", "/api/v1/quotes",
                StubService.json(200, "{}", "Connection: X-Between-Us", "X-Between-Us: 1", "Keep-Alive: timeout=5",
                        "Server: secret/1.0", "Set-Cookie: a=b", "Proxy-Authenticate: Basic"));

        given().header("Connection", "keep-alive, X-Private").header("X-Private", "1").header("TE", "trailers")
                .header("Proxy-Authorization", "Basic abc").header("X-Forwarded-For", "10.0.0.1")
                .header("Forwarded", "for=10.0.0.1").header("Parole-Deadline-Ms", "999999").get("/api/v1/quotes").then()
                .statusCode(200).header("X-Between-Us", nullValue()).header("Keep-Alive", nullValue())
                .header("Server", nullValue()).header("Set-Cookie", nullValue())
                .header("Proxy-Authenticate", nullValue());

        assertThat(quotes.last().headers()).doesNotContainKeys("x-private", "te", "proxy-authorization",
                "x-forwarded-for",
                "forwarded");
        assertThat(Long.parseLong(quotes.last().header("Parole-Deadline-Ms"))).isBetween(1L, 2_000L);
    }

    @Test
    void the_place_up_to_which_a_client_has_read_is_passed_on_both_ways() {
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{}", "Recorded-Through: quotes=18"));
        given().header("Recorded-Through", "quotes=17, tallies=3").get("/api/v1/quotes").then().statusCode(200)
                .header("Recorded-Through", "quotes=18");
        assertThat(quotes.last().header("Recorded-Through")).isEqualTo("quotes=17, tallies=3");
    }

    @Test
    void a_location_loses_the_name_by_which_only_the_gateway_knows_the_service() {
        quotes.when("POST", "/api/v1/outlets",
                StubService.json(201, "{}", "Location: http://127.0.0.1:8081/api/v1/outlets/1?x=2"));
        given().header("Authorization", ADMIN).contentType("application/json").body("{}").post("/api/v1/outlets").then()
                .statusCode(201).header("Location", "/api/v1/outlets/1?x=2");
    }

    @Test
    void problems_of_a_service_come_through_as_they_are() {
        quotes.when("GET", "/api/v1/quotes/1",
                StubService.raw(
                        "HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+json\r\nContent-Length: 12\r\n\r\n"
                                + "{\"type\":\"x\"}"));
        given().get("/api/v1/quotes/1").then().statusCode(404).contentType("application/problem+json").body("type",
                equalTo("x"));
    }

    @Test
    void head_and_not_modified_have_no_body() {
        quotes.when("HEAD", "/api/v1/quotes", StubService.json(200, "{\"items\":[]}", "ETag: \"abc\""));
        quotes.when("GET", "/api/v1/quotes", StubService.raw("HTTP/1.1 304 Not Modified\r\nETag: \"abc\"\r\n\r\n"));
        given().head("/api/v1/quotes").then().statusCode(200).header("ETag", "\"abc\"").header("Content-Length", "12");
        given().get("/api/v1/quotes").then().statusCode(304).header("ETag", "\"abc\"");
    }

    @Test
    void an_answer_without_a_length_is_passed_on_in_chunks() {
        quotes.when("GET", "/api/v1/quotes", StubService.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/json\r\n\r\n5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n"));
        given().get("/api/v1/quotes").then().statusCode(200).body("a", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/intakes/1", "/api/v1/quotes/../../../internal/intakes/1",
            "/api/v1/quotes/%2e%2e/%2e%2e/%2e%2e/internal/intakes/1",
            "/api/v1/quotes/..%2f..%2f..%2finternal/intakes/1",
            "//internal/intakes/1", "/api/v1/quotes;/../../../internal/intakes/1"})
    void the_services_inner_paths_cannot_be_reached(String path) throws Exception {
        for (String method : new String[]{"GET", "PUT", "POST", "DELETE"}) {
            String answer = Sockets.send(gateway,
                    method + " " + path + " HTTP/1.1\r\nHost: parole\r\nAuthorization: " + ADMIN
                            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(answer).matches("(?s)HTTP/1.1 (404|405|400).*");
        }
        assertThat(quotes.received("1")).isEmpty();
        assertThat(tallies.received("1")).isEmpty();
    }

    @Test
    void a_service_that_is_down_is_said_to_be_down() {
        quotes.close();
        given().get("/api/v1/quotes").then().statusCode(503).contentType("application/problem+json")
                .body("type", equalTo("urn:parole:problem:unavailable"))
                .body("detail", equalTo("The quote-service cannot be reached.")).header("Retry-After", "2");
    }

    @Test
    void a_write_to_a_service_that_is_down_says_that_nothing_was_written() {
        quotes.close();
        given().header("Authorization", ADMIN).contentType("application/json").body("{}").post("/api/v1/quotes").then()
                .statusCode(503).body("detail", equalTo("The quote-service cannot be reached. Nothing was written."));
    }

    @Test
    void a_service_that_is_slow_is_given_up_at_the_deadline() {
        quotes.when("GET", "/api/v1/quotes", quotes.never());
        long began = System.nanoTime();
        given().get("/api/v1/quotes").then().statusCode(503)
                .body("detail", equalTo("The quote-service did not answer in time.")).header("Retry-After", "2");
        assertThat((System.nanoTime() - began) / 1_000_000).isBetween(1_900L, 6_000L);
    }

    @Test
    void a_write_that_was_not_answered_says_that_it_may_have_been_done() {
        quotes.when("POST", "/api/v1/quotes", quotes.never());
        given().header("Authorization", ADMIN).contentType("application/json").body("{}").post("/api/v1/quotes").then()
                .statusCode(503).body("detail", containsString("It is not known whether it was written"));
        assertThat(quotes.received()).hasSize(1);
    }

    @Test
    void an_answer_that_is_no_http_is_a_problem_and_not_passed_on() {
        quotes.when("GET", "/api/v1/quotes", StubService.raw("\0\1\2 what is this\r\n\r\n"));
        given().get("/api/v1/quotes").then().statusCode(503).body("detail",
                equalTo("The quote-service sent an invalid answer."));
    }

    @Test
    void too_many_requests_there_are_too_many_requests_here() {
        quotes.when("GET", "/api/v1/quotes", StubService.json(429, "{\"status\":429}", "Retry-After: 7"));
        given().get("/api/v1/quotes").then().statusCode(429).header("Retry-After", "7");
    }

    @Test
    void an_answer_that_breaks_off_breaks_off_here_too() {
        quotes.when("GET", "/api/v1/quotes", StubService.cutInTheBody());
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "api/v1/quotes")).build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_client_that_goes_away_ends_the_request_at_the_service() {
        CountDownLatch arrived = new CountDownLatch(1);
        AtomicBoolean noticed = new AtomicBoolean();
        quotes.when("GET", "/api/v1/quotes", (request, out) -> {
            arrived.countDown();
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                while (true) {
                    out.write(chunk);
                }
            } catch (IOException e) {
                noticed.set(true);
                return false;
            }
        });
        Sockets.sendAndLeave(gateway, "GET /api/v1/quotes HTTP/1.1\r\nHost: parole\r\n\r\n", arrived);
        await().untilTrue(noticed);
    }

    @Test
    void a_client_that_goes_away_before_the_answer_begins_ends_the_request_at_the_service() {
        CountDownLatch arrived = new CountDownLatch(1);
        AtomicBoolean noticed = new AtomicBoolean();
        quotes.when("GET", "/api/v1/quotes", (request, out) -> {
            arrived.countDown();
            try {
                // Early hints are no beginning of an answer, and show when nobody is there any more.
                while (true) {
                    out.write("HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                noticed.set(true);
                return false;
            }
        });
        Sockets.sendAndLeave(gateway, "GET /api/v1/quotes HTTP/1.1\r\nHost: parole\r\n\r\n", arrived);
        // Well before the deadline of two seconds would have ended it.
        await().atMost(Duration.ofMillis(1_500)).untilTrue(noticed);
    }

    @Test
    void a_stream_of_http_2_that_is_reset_ends_the_request_at_the_service() throws Exception {
        AtomicBoolean noticed = new AtomicBoolean();
        quotes.when("GET", "/api/v1/quotes", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                while (true) {
                    out.write(chunk);
                }
            } catch (IOException e) {
                noticed.set(true);
                return false;
            }
        });
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "api/v1/quotes"))
                .version(HttpClient.Version.HTTP_2).build();
        HttpResponse<java.io.InputStream> answer = HttpClient.newHttpClient().send(request,
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.body().read()).isEqualTo('x');
        answer.body().close();
        await().untilTrue(noticed);
    }

    @Test
    void reads_and_composed_views_come_over_http_2_as_they_do_over_http_1_1() throws Exception {
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[]}", "ETag: \"abc\"",
                "Connection: keep-alive", "Keep-Alive: timeout=5"));
        tallies.when("GET", "/api/v1/.*", StubService.json(200, "{\"items\":[],\"slug\":\"a\"}"));
        HttpClient client = HttpClient.newHttpClient();
        for (String path : java.util.List.of("api/v1/quotes", "api/v1/dossiers/a", "api/v1/timeline")) {
            HttpResponse<String> two = client.send(HttpRequest.newBuilder(URI.create(gateway + path))
                    .version(HttpClient.Version.HTTP_2).build(), HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> one = client.send(HttpRequest.newBuilder(URI.create(gateway + path))
                    .version(HttpClient.Version.HTTP_1_1).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(two.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(one.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(two.statusCode()).as(path).isEqualTo(200).isEqualTo(one.statusCode());
            assertThat(two.body()).isEqualTo(one.body());
            assertThat(two.headers().firstValue("ETag")).isPresent().isEqualTo(one.headers().firstValue("ETag"));
            // Not allowed in HTTP/2 (RFC 9113, 8.2.2).
            assertThat(two.headers().map()).doesNotContainKeys("connection", "keep-alive", "transfer-encoding");
        }
    }

    @Test
    void a_body_beyond_the_limit_is_refused_by_its_length_and_by_its_bytes() throws Exception {
        given().header("Authorization", ADMIN).contentType("application/json").body(new byte[10_000_000])
                .post("/api/v1/quotes").then().statusCode(413)
                .body("type", equalTo("urn:parole:problem:content-too-large"));

        quotes.when("POST", "/api/v1/quotes", StubService.json(201, "{}"));
        HttpRequest chunked = HttpRequest.newBuilder(URI.create(gateway + "api/v1/quotes"))
                .header("Authorization", ADMIN)
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers
                        .ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[3_000_000])))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(quotes.received()).isEmpty();
    }

    @Test
    void a_chunked_upload_and_one_over_http_2_arrive_whole() throws Exception {
        quotes.when("POST", "/api/v1/documents", StubService.json(201, "{}"));
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "api/v1/documents"))
                    .header("Authorization", ADMIN).version(version)
                    .POST(HttpRequest.BodyPublishers
                            .ofInputStream(() -> new java.io.ByteArrayInputStream("x".repeat(500_000).getBytes())))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request,
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(quotes.last().body()).hasSize(500_000);
        }
    }
}
