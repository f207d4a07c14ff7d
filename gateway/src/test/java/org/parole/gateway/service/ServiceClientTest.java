package org.parole.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;

import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
class ServiceClientTest extends StubbedTest {

    @Inject
    Vertx vertx;
    @Inject
    ServiceTokens tokens;
    @Inject
    ObjectMapper mapper;
    @Inject
    ServicesConfig config;
    @Inject
    Breakers breakers;

    @Inject
    ComposingMemory memory;

    @Test
    void an_answer_that_comes_while_the_asking_thread_is_put_aside_is_read() {
        quotes.when("GET", "/api/v1/outlets/x", StubService.json(200, "{\"id\": 1}"));
        ServiceClient client = new ServiceClient(vertx, new PutAside(vertx, config), tokens, mapper, config, breakers,
                memory);
        ServiceAnswer answer = client
                .get(ServiceName.QUOTES, "/api/v1/outlets/x", Deadline.in(Duration.ofSeconds(10)), null).await()
                .atMost(Duration.ofSeconds(10));
        assertThat(answer.body().path("id").asInt()).isEqualTo(1);
        // What is taken for broken is asked for again.
        assertThat(quotes.received()).hasSize(1);
    }

    /** Connections whose user does not come to the line behind {@code compose} before its result is there. */
    private static final class PutAside extends ServiceHttp {

        PutAside(Vertx vertx, ServicesConfig config) {
            super(vertx, config);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Future<HttpClientRequest> request(ServiceName service, HttpMethod method, String uri,
                Deadline deadline) {
            Future<HttpClientRequest> request = super.request(service, method, uri, deadline);
            return (Future<HttpClientRequest>) Proxy.newProxyInstance(Future.class.getClassLoader(),
                    new Class<?>[]{Future.class}, (proxy, called, arguments) -> {
                        Object result = called.invoke(request, arguments);
                        if (called.getName().equals("compose")) {
                            CompletableFuture<?> there = ((Future<?>) result).toCompletionStage().toCompletableFuture();
                            there.handle((answer, failure) -> null).join();
                        }
                        return result;
                    });
        }
    }
}
