package org.parole.gateway.passthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Requests that two readers could divide differently: refused, so that no second request can hide in a first. */
@QuarkusTest
class SmugglingTest extends StubbedTest {

    private static final String HIDDEN = "GET /internal/intakes/hidden HTTP/1.1\r\nHost: parole\r\n\r\n";

    @TestHTTPResource
    URL gateway;

    static Stream<Arguments> requests() {
        String head = "POST /api/v1/quotes HTTP/1.1\r\nHost: parole\r\nConnection: close\r\nAuthorization: " + ADMIN
                + "\r\n";
        String chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
        return Stream.of(
                Arguments.of("two lengths that differ",
                        head + "Content-Length: 5\r\nContent-Length: 80\r\n\r\nhello" + HIDDEN),
                Arguments.of("two lengths in one line", head + "Content-Length: 5, 80\r\n\r\nhello" + HIDDEN),
                Arguments.of("a length that is no number", head + "Content-Length: +5\r\n\r\nhello" + HIDDEN),
                Arguments.of("a negative length", head + "Content-Length: -5\r\n\r\nhello" + HIDDEN),
                Arguments.of("a length in hexadecimal", head + "Content-Length: 0x5\r\n\r\nhello" + HIDDEN),
                Arguments.of("a space before the colon", head + "Content-Length : 5\r\n\r\nhello" + HIDDEN),
                Arguments.of("an encoding that is not chunked",
                        head + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of("chunked, but not at the end",
                        head + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of("a chunk size that is none", chunked + "zz\r\nhello\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of("a negative chunk size", chunked + "-1\r\nhello\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of("a chunk that is longer than it says", chunked + "2\r\nhello\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of("a header name with a line break in it",
                        head + "X-A\nB: c\r\nContent-Length: 5\r\n\r\nhello" + HIDDEN),
                Arguments.of("NUL in a header", head + "X-A: a\0b\r\nContent-Length: 5\r\n\r\nhello" + HIDDEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void what_can_be_read_in_two_ways_is_not_passed_on(String what, String bytes) throws IOException {
        quotes.when("POST", "/api/v1/quotes", StubService.json(201, "{}"));
        String answer = Sockets.send(gateway, bytes);
        assertThat(quotes.received("hidden")).isEmpty();
        assertThat(tallies.received("hidden")).isEmpty();
        assertThat(answer.split("HTTP/1.1 ", -1).length - 1).as("answers in: %s", answer).isLessThanOrEqualTo(1);
        assertThat(answer).doesNotContain("HTTP/1.1 2").doesNotContain("Exception").doesNotContain("io.netty");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("both")
    void a_length_beside_chunks_ends_the_connection_or_counts_for_nothing(String what, String bytes)
            throws IOException {
        quotes.when("POST", "/api/v1/quotes", StubService.json(201, "{}"));
        Sockets.send(gateway, bytes);
        assertThat(quotes.received("hidden")).isEmpty();
        assertThat(quotes.received())
                .allMatch(request -> request.body().length == 0 && !(request.header("Content-Length") != null
                        && request.header("Transfer-Encoding") != null));
    }

    static Stream<Arguments> both() {
        String head = "POST /api/v1/quotes HTTP/1.1\r\nHost: parole\r\nConnection: close\r\nAuthorization: " + ADMIN
                + "\r\n";
        return Stream.of(
                Arguments.of("length first",
                        head + "Content-Length: 80\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of("chunks first",
                        head + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + HIDDEN));
    }

    @Test
    void a_refusal_of_a_request_without_a_body_leaves_the_connection_to_the_next() throws IOException {
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[]}"));
        String answers = Sockets.send(gateway, "GET /api/v1/quotes HTTP/1.1\r\nHost: parole\r\nX-API-Key: wrong\r\n\r\n"
                + "PUT /api/v1/quotes HTTP/1.1\r\nHost: parole\r\n\r\n"
                + "GET /api/v1/quotes HTTP/1.1\r\nHost: parole\r\nConnection: close\r\n\r\n");
        assertThat(answers.split("(?=HTTP/1\\.1 )")).extracting(answer -> answer.substring(9, 12))
                .containsExactly("401", "405", "200");
    }

    @Test
    void a_folded_header_is_one_header_and_goes_on_as_one_line() throws IOException {
        quotes.when("POST", "/api/v1/quotes", StubService.json(201, "{}"));
        Sockets.send(gateway,
                "POST /api/v1/quotes HTTP/1.1\r\nHost: parole\r\nConnection: close\r\nAuthorization: " + ADMIN
                        + "\r\nX-A: b\r\n Content-Length: 80\r\nContent-Length: 5\r\n\r\nhello" + HIDDEN);
        assertThat(quotes.received("hidden")).isEmpty();
        assertThat(quotes.received()).hasSize(1);
        assertThat(quotes.last().text()).isEqualTo("hello");
        assertThat(quotes.last().header("X-A")).isEqualTo("b Content-Length: 80");
    }
}
