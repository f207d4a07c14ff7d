package org.parole.gateway.passthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;
import org.parole.kit.dev.FreePort;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the gateway composes, through an nginx that keeps answers for everybody: each client gets what it asked for. */
@QuarkusTest
class SharedCacheTest extends StubbedTest {

    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final String PAST = "/api/v1/timeline?limit=5&asOf=2025-01-01T00:00:00Z";

    @TestHTTPResource
    URL gateway;

    @TempDir
    Path directory;

    private Process nginx;
    private int port;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void startCache() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(NGINX), "nginx is not here: shared caches are not tried");
        for (StubService service : new StubService[]{quotes, tallies}) {
            service.when("GET", "/.*", StubService.json(200, "{\"items\":[]}"));
        }
        port = FreePort.find();
        Path configuration = directory.resolve("nginx.conf");
        Files.writeString(configuration, """
                daemon off;
                user USER;
                pid DIR/pid;
                error_log DIR/error.log;
                events { }
                http {
                    access_log off;
                    client_body_temp_path DIR/body; proxy_temp_path DIR/proxy; fastcgi_temp_path DIR/fastcgi;
                    uwsgi_temp_path DIR/uwsgi; scgi_temp_path DIR/scgi;
                    proxy_cache_path DIR/cache keys_zone=all:1m;
                    server {
                        listen 127.0.0.1:PORT;
                        location / {
                            proxy_pass GATEWAY;
                            proxy_http_version 1.1;
                            proxy_set_header If-None-Match $http_if_none_match;
                            proxy_cache all;
                            proxy_cache_revalidate on;
                            add_header X-Cache $upstream_cache_status always;
                        }
                    }
                }
                """.replace("DIR", directory.toString()).replace("PORT", Integer.toString(port)).replace("GATEWAY",
                "http://" + gateway.getHost() + ":" + gateway.getPort())
                // Where root starts it, its workers would be somebody who may not read this directory.
                .replace("USER", System.getProperty("user.name")));
        nginx = new ProcessBuilder(NGINX.toString(), "-p", directory.toString(), "-e",
                directory.resolve("error.log").toString(), "-c",
                configuration.toString()).redirectErrorStream(true).redirectOutput(directory.resolve("out").toFile())
                .start();
        await().ignoreExceptions().until(() -> get("/api/v1/nothing", Map.of()).statusCode() == 404);
    }

    @AfterEach
    void stopCache() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    private HttpResponse<byte[]> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String cache(HttpResponse<?> response) {
        return response.headers().firstValue("X-Cache").orElse("");
    }

    @Test
    void each_representation_is_kept_for_itself_and_given_to_those_who_ask_for_it() throws Exception {
        Map<String, HttpResponse<byte[]>> first = new HashMap<>();
        for (String coding : new String[]{"gzip", "identity"}) {
            HttpResponse<byte[]> response = get(PAST, Map.of("Accept", "application/json", "Accept-Encoding", coding));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
            assertThat(response.headers().firstValue("Vary")).hasValueSatisfying(
                    value -> assertThat(value).contains("Accept").contains("Accept-Encoding"));
            assertThat(cache(response)).as(coding).isEqualTo("MISS");
            first.put(coding, response);
        }
        assertThat(first.get("gzip").headers().firstValue("ETag"))
                .isNotEqualTo(first.get("identity").headers().firstValue("ETag"));
        assertThat(first.get("gzip").headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(first.get("identity").headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(first.get("gzip").body())).readAllBytes(),
                StandardCharsets.UTF_8)).isEqualTo(new String(first.get("identity").body(), StandardCharsets.UTF_8));
        for (String coding : new String[]{"gzip", "identity", "gzip"}) {
            HttpResponse<byte[]> again = get(PAST, Map.of("Accept", "application/json", "Accept-Encoding", coding));
            assertThat(again.body()).as(coding).isEqualTo(first.get(coding).body());
            assertThat(again.headers().firstValue("ETag")).isEqualTo(first.get(coding).headers().firstValue("ETag"));
        }
    }

    @Test
    void what_may_change_is_asked_for_again_and_confirmed_by_its_tag() throws Exception {
        String now = "/api/v1/timeline?limit=4";
        String tag = get(now, Map.of("Accept-Encoding", "gzip")).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).endsWith("-gzip\"");
        assertThat(get(now, Map.of("Accept-Encoding", "gzip", "If-None-Match", tag)).statusCode()).isEqualTo(304);
        assertThat(get(now, Map.of("Accept-Encoding", "identity", "If-None-Match", tag)).statusCode()).isEqualTo(200);
    }
}
