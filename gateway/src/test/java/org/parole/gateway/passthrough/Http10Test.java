package org.parole.gateway.passthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Answers in HTTP/1.0 are not compressed, and their tags say so: a shared cache keeps both. */
@QuarkusTest
class Http10Test extends StubbedTest {

    @TestHTTPResource
    URL gateway;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/parties", "/api/v1/codebook"})
    void the_tag_is_that_of_the_bytes_which_are_not_compressed(String path) throws IOException {
        tallies.when("GET", "/api/v1/parties", (request, out) -> StubService.json(200, "{\"items\":[]}",
                request.header("accept-encoding") == null ? "ETag: \"t\"" : "ETag: \"t-gzip\"").write(request, out));
        String answer = Sockets.send(gateway,
                "GET " + path + " HTTP/1.0\r\nHost: parole\r\nAccept-Encoding: gzip\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.0 200").doesNotContainIgnoringCase("content-encoding");
        assertThat(answer.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("etag:"))).singleElement()
                .asString().endsWith("\"").doesNotContain("-gzip");
    }
}
