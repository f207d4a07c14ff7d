package org.parole.gateway.service;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/**
 * The connections to the services: HTTP/1.1, kept open, a limited number for each service and event loop. A request goes out on the
 * loop on which it came in: changing threads there and back is a large part of what passing on a small request costs.
 */
@ApplicationScoped
public class ServiceHttp {

    private final Vertx vertx;
    private final ServicesConfig config;
    // As many as event loops, and one for all other threads.
    private final Map<Thread, HttpClient> ofLoops = new ConcurrentHashMap<>();
    private final HttpClient ofOthers;

    ServiceHttp(Vertx vertx, ServicesConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.ofOthers = newClient();
    }

    private HttpClient newClient() {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_1_1).setKeepAlive(true)
                        // Well before either side would close it for being idle, or a request could take it at that moment.
                        .setKeepAliveTimeout((int) config.idle().dividedBy(4).toSeconds())
                        .setConnectTimeout((int) config.connect().toMillis())
                        .setIdleTimeout((int) config.idle().toSeconds())
                        .setDecompressionSupported(false).setMetricsName("services"))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waiting()))
                .build();
    }

    /** Begins a request to a service; headers and body are the caller's to add. */
    public Future<HttpClientRequest> request(ServiceName service, HttpMethod method, String uri, Deadline deadline) {
        URI base = config.url(service);
        boolean tls = "https".equals(base.getScheme());
        RequestOptions options = new RequestOptions().setMethod(method).setHost(base.getHost())
                .setPort(base.getPort() > 0 ? base.getPort() : tls ? 443 : 80).setSsl(tls).setURI(uri)
                // How long it may wait for a connection; the whole has its own timer.
                .setConnectTimeout(Math.min(deadline.millisLeft(), config.passThroughDeadline().toMillis()));
        HttpClient client = Context.isOnEventLoopThread()
                ? ofLoops.computeIfAbsent(Thread.currentThread(), loop -> newClient())
                : ofOthers;
        return client.request(options).map(request -> {
            request.putHeader(Deadline.HEADER, Long.toString(deadline.millisLeft()));
            return request;
        });
    }

    /** What a failed exchange means. */
    public static ServiceFailure failure(ServiceName service, Throwable cause) {
        if (cause instanceof ServiceFailure failure) {
            return failure;
        }
        if (cause instanceof ConnectTimeoutException || cause instanceof ConnectException
                || cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return new ServiceFailure(service, ServiceFailure.Kind.UNREACHABLE, cause);
        }
        if (cause instanceof ConnectionPoolTooBusyException) {
            return new ServiceFailure(service, ServiceFailure.Kind.OVERLOADED, Duration.ofSeconds(1), cause);
        }
        if (cause instanceof TimeoutException) {
            return new ServiceFailure(service, ServiceFailure.Kind.SLOW, cause);
        }
        return new ServiceFailure(service, ServiceFailure.Kind.BROKEN, cause);
    }

    @PreDestroy
    void close() {
        ofLoops.values().forEach(HttpClient::close);
        ofOthers.close();
    }
}
