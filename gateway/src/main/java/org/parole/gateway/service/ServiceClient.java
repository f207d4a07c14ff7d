package org.parole.gateway.service;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.parole.gateway.access.Caller;
import org.parole.kit.http.RecordedThrough;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Asks a service for JSON, within a deadline. What cannot be used as an answer is a {@link ServiceFailure}. */
@ApplicationScoped
public class ServiceClient {

    private static final Logger LOG = Logger.getLogger(ServiceClient.class);

    private final Vertx vertx;
    private final ServiceHttp http;
    private final ServiceTokens tokens;
    private final ObjectMapper mapper;
    private final long largest;
    private final Breakers breakers;
    private final ComposingMemory memory;
    private final Map<ServiceName, RetryBudget> budgets = new EnumMap<>(ServiceName.class);

    ServiceClient(Vertx vertx, ServiceHttp http, ServiceTokens tokens, ObjectMapper mapper, ServicesConfig config,
            Breakers breakers, ComposingMemory memory) {
        this.vertx = vertx;
        this.http = http;
        this.tokens = tokens;
        this.mapper = mapper;
        this.breakers = breakers;
        this.memory = memory;
        this.largest = config.largestPart().asLongValue();
        for (ServiceName service : ServiceName.values()) {
            budgets.put(service, new RetryBudget());
        }
    }

    /** Reads. */
    public Uni<ServiceAnswer> get(ServiceName service, String uri, Deadline deadline, Caller caller) {
        return get(service, uri, Map.of(), deadline, caller);
    }

    /** Reads, and says more of what is wanted, such as the language. */
    public Uni<ServiceAnswer> get(ServiceName service, String uri, Map<String, String> headers, Deadline deadline,
            Caller caller) {
        return repeatable(HttpMethod.GET, service, uri, null, headers, deadline, caller);
    }

    /**
     * Asks for something that comes out the same when it is asked for twice. What failed before there was an answer is tried once
     * more, if time and the budget allow it. Nothing else may go this way.
     */
    public Uni<ServiceAnswer> repeatable(HttpMethod method, ServiceName service, String uri, JsonNode body,
            Deadline deadline,
            Caller caller) {
        return repeatable(method, service, uri, body, Map.of(), deadline, caller);
    }

    private Uni<ServiceAnswer> repeatable(HttpMethod method, ServiceName service, String uri, JsonNode body,
            Map<String, String> headers, Deadline deadline, Caller caller) {
        RetryBudget budget = budgets.get(service);
        return Uni.createFrom().deferred(() -> {
            budget.requestMade();
            return breakers.guard(service, () -> once(service, method, uri, body, headers, deadline, caller));
        }).onFailure(failure -> isWorthARetry(failure) && !deadline.isOver() && budget.mayRetry())
                .recoverWithUni(first -> breakers.guard(service,
                        () -> once(service, method, uri, body, headers, deadline, caller))
                        .onFailure(ServiceFailure.class)
                        .transform(second -> second.after((ServiceFailure) first)));
    }

    /**
     * Changes something, once: whether a change that got no answer was made is not known, so it is never sent again.
     *
     * @param body what is sent; null for nothing
     * @param headers what else the request says, such as If-Match and Content-Type
     */
    public Uni<ServiceAnswer> change(HttpMethod method, ServiceName service, String uri, JsonNode body,
            Map<String, String> headers, Deadline deadline, Caller caller) {
        return Uni.createFrom().deferred(() -> breakers.guard(service,
                () -> once(service, method, uri, body, headers, deadline, caller)));
    }

    private static boolean isWorthARetry(Throwable failure) {
        return failure instanceof ServiceFailure known && (known.kind() == ServiceFailure.Kind.UNREACHABLE
                || known.kind() == ServiceFailure.Kind.BROKEN);
    }

    private Uni<ServiceAnswer> once(ServiceName service, HttpMethod method, String uri, JsonNode body,
            Map<String, String> headers, Deadline deadline, Caller caller) {
        Promise<ServiceAnswer> promise = Promise.promise();
        HttpClientRequest[] sent = new HttpClientRequest[1];
        ComposingMemory.Part part = memory.begin();
        long timer = vertx.setTimer(deadline.millisLeft(), id -> {
            if (promise.tryFail(new ServiceFailure(service, ServiceFailure.Kind.SLOW)) && sent[0] != null) {
                sent[0].reset(0, new TimeoutException());
            }
        });
        http.request(service, method, uri, deadline).compose(request -> {
            sent[0] = request;
            request.putHeader("Accept", "application/json");
            // What is put together here is remembered by where the feeds end, so nothing of it may be from before that.
            request.putHeader(RecordedThrough.HEADER, RecordedThrough.ALL);
            if (caller != null) {
                request.putHeader("Authorization", tokens.bearer(caller));
            }
            // In here, on the event loop that the answer comes to: a thread that adds this behind it may be put aside, and come to it when
            // the answer has passed by.
            headers.forEach(request::putHeader);
            return send(request, body).compose(response -> read(service, response, part));
        }).onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.succeeded()) {
                part.whole();
                promise.tryComplete(result.result());
            } else {
                part.giveBack();
                promise.tryFail(ServiceHttp.failure(service, result.cause()));
            }
        });
        return Uni.createFrom().completionStage(promise.future().toCompletionStage());
    }

    private Future<HttpClientResponse> send(HttpClientRequest request, JsonNode body) {
        if (body == null) {
            return request.send();
        }
        if (!request.headers().contains("Content-Type")) {
            request.putHeader("Content-Type", "application/json");
        }
        return request.send(Buffer.buffer(bytes(body)));
    }

    private Future<ServiceAnswer> read(ServiceName service, HttpClientResponse response, ComposingMemory.Part part) {
        int status = response.statusCode();
        // The future reports it; without a handler, every truncated answer would be an error in the log.
        response.exceptionHandler(failure -> LOG.debugf(failure, "An answer of the %s broke off", service));
        if (status == 429 || status == 503) {
            response.request().reset();
            Duration retryAfter = retryAfter(response.getHeader("Retry-After"));
            return Future.failedFuture(status == 503
                    ? ServiceFailure.unavailable(service, retryAfter)
                    : new ServiceFailure(service, ServiceFailure.Kind.OVERLOADED, retryAfter, null));
        }
        if (status == 507) {
            response.request().reset();
            return Future.failedFuture(new ServiceFailure(service, ServiceFailure.Kind.FULL));
        }
        if (status >= 500 || status < 200) {
            response.request().reset();
            return Future.failedFuture(new ServiceFailure(service, ServiceFailure.Kind.BROKEN));
        }
        Buffer whole = Buffer.buffer();
        response.handler(chunk -> {
            whole.appendBuffer(chunk);
            if (!part.grow(chunk.length())) {
                // What was asked for is done; there is no room for what the service says of it.
                response.request().reset(0, ServiceFailure.unavailable(service, Duration.ofSeconds(1)));
            } else if (whole.length() > largest) {
                response.request().reset(0, new ServiceFailure(service, ServiceFailure.Kind.BROKEN));
            }
        });
        return response.end()
                .map(ended -> new ServiceAnswer(status, parse(service, status, whole), response.getHeader("Location"),
                        response.getHeader("ETag")));
    }

    private JsonNode parse(ServiceName service, int status, Buffer body) {
        if (body.length() == 0 && status != 200) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode json = mapper.readTree(body.getBytes());
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw new ServiceFailure(service, ServiceFailure.Kind.BROKEN, e);
        }
        // Every answer of a service is an object; anything else was not written by one.
        throw new ServiceFailure(service, ServiceFailure.Kind.BROKEN);
    }

    private byte[] bytes(JsonNode body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    private static Duration retryAfter(String header) {
        try {
            return Duration.ofSeconds(Math.min(3_600, Math.max(1, Long.parseLong(header))));
        } catch (NumberFormatException e) {
            return Duration.ofSeconds(2);
        }
    }
}
