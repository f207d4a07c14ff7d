package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

/** Over a gateway that answers as it is told. */
class SampleLoaderTest {

    private final List<String> requests = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer gateway;
    private SampleLoader loader;

    @BeforeEach
    void start(@TempDir Path sample) throws IOException {
        write(sample.resolve("2-agreements/doha.json"), "{\"slug\":\"doha\"}");
        write(sample.resolve("1-parties/taliban.json"), "{\"slug\":\"taliban\"}");
        write(sample.resolve("1-parties/notes.txt"), "not loaded");
        write(sample.resolve("claims.json"), "[]");
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        gateway.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(String.join(" ", exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Authorization"), body));
            byte[] answer = "{\"detail\":\"the gateway's words\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answers.isEmpty() ? 201 : answers.remove(), answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        gateway.start();
        loader = new SampleLoader(sample, URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()),
                "parole_key");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void posts_each_file_to_its_collection_in_order() throws Exception {
        assertThat(loader.load()).isEqualTo(2);
        assertThat(requests).containsExactly(
                "POST /api/v1/parties sample-parties-taliban Bearer parole_key {\"slug\":\"taliban\"}",
                "POST /api/v1/agreements sample-agreements-doha Bearer parole_key {\"slug\":\"doha\"}");
    }

    @Test
    void repeats_a_request_that_is_not_done_yet_under_the_same_key() throws Exception {
        answers.addAll(List.of(503, 202, 201));
        assertThat(loader.load()).isEqualTo(2);
        assertThat(requests).hasSize(4);
        assertThat(requests.subList(0, 3)).containsOnly(requests.get(0));
    }

    @Test
    void stops_at_a_refusal_and_passes_on_its_words() {
        answers.add(422);
        assertThatThrownBy(() -> loader.load()).isInstanceOf(LaunchFailure.class).hasMessageContaining(
                "POST /api/v1/parties of 1-parties/taliban.json was answered 422").hasMessageContaining(
                        "the gateway's words");
        assertThat(requests).hasSize(1);
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
