package org.parole.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.TestTokens;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A service that is busy reads a body late, and the client that has sent it long ago is not to blame. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(LateReadsTest.ShortGrace.class)
class LateReadsTest {

    /** A body of a few bytes is below the rate from the first second on. */
    public static class ShortGrace implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parole.bounds.body-grace", "PT0.5S", "parole.bounds.body", "PT30S",
                    "parole.bounds.body-rate", "10000000");
        }
    }

    @TestHTTPResource("/api/v1/notes/late")
    URI late;

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, true, 300", "HTTP_1_1, false, 300", "HTTP_1_1, true, 900000", "HTTP_1_1, false, 900000",
            "HTTP_2, true, 300", "HTTP_2, false, 300", "HTTP_2, true, 900000", "HTTP_2, false, 900000"})
    void a_body_that_waits_for_the_service_is_not_blamed_on_the_client(HttpClient.Version version, boolean isLengthTold,
            int length) throws Exception {
        byte[] body = new byte[length];
        HttpRequest.BodyPublisher publisher = isLengthTold
                ? HttpRequest.BodyPublishers.ofByteArray(body)
                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        HttpClient client = HttpClient.newBuilder().version(version).build();
        if (version == HttpClient.Version.HTTP_2) {
            // The client goes on to HTTP/2 with a request that brings no body.
            client.send(HttpRequest.newBuilder(late.resolve("rows")).build(), HttpResponse.BodyHandlers.ofString());
        }
        HttpResponse<String> response = client
                .send(HttpRequest.newBuilder(late).header("Authorization", TestTokens.bearer("tester", "contributor"))
                        .header("Content-Type", "application/octet-stream").POST(publisher).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).isEqualTo(String.valueOf(length));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.version()).isEqualTo(version);
    }
}
