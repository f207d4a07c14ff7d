package org.parole.gateway.passthrough;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.ClosedChannelException;

import org.jboss.logging.Logger;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceHttp;
import org.parole.gateway.service.ServiceName;
import org.parole.gateway.support.Origins;
import org.parole.gateway.support.Problems;
import org.parole.kit.http.Encodings;
import org.parole.kit.http.Etags;
import org.parole.kit.http.PublicAddress;
import org.parole.kit.inflight.InFlight;
import org.parole.kit.inflight.RequestsInFlight;
import org.parole.kit.problem.ProblemException;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * One request on its way to a service and its answer on the way back. Runs on one event loop, so its fields need no lock.
 * An answer that breaks off is broken off towards the client too: half a list must not look like a whole one.
 */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    /** So much of an answer is taken from the service ahead of the client, which then keeps nothing of the service waiting. */
    private static final int AHEAD = 256 * 1024;
    /** And so much while a lot waits to be read. */
    private static final int LITTLE_AHEAD = 32 * 1024;

    private final Vertx vertx;
    private final RoutingContext context;
    private final InFlight request;
    private final RequestsInFlight all;
    private final HttpServerRequest in;
    private final ServiceName service;
    private final String authorization;
    private final Deadline deadline;
    private final long largestBody;
    private final Problems problems;
    private final String publicUrl;

    private HttpClientRequest out;
    private HttpClientResponse answer;
    /** Whether the answer has ended, whole or not: its connection is closed, or may serve another request by now. */
    private boolean answered;
    private long timer = -1;
    private long received;
    private boolean waits;
    private boolean gzip;
    private boolean over;

    Exchange(Vertx vertx, RoutingContext context, ServiceName service, String authorization, Deadline deadline,
            long largestBody, Problems problems, RequestsInFlight all, String publicUrl) {
        this.vertx = vertx;
        this.context = context;
        this.request = InFlight.of(context);
        this.all = all;
        this.in = context.request();
        this.service = service;
        this.authorization = authorization;
        this.deadline = deadline;
        this.largestBody = largestBody;
        this.problems = problems;
        this.publicUrl = publicUrl;
    }

    void begin(ServiceHttp http) {
        timer = vertx.setTimer(deadline.millisLeft(),
                id -> fail(new ServiceFailure(service, ServiceFailure.Kind.SLOW)));
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                // The client has gone: the service need not go on.
                finish();
                resetOut();
            }
        });
        String query = in.query();
        String uri = query == null ? context.normalizedPath() : context.normalizedPath() + '?' + query;
        http.request(service, in.method(), uri, deadline).onSuccess(this::send)
                .onFailure(failure -> fail(ServiceHttp.failure(service, failure)));
    }

    private void send(HttpClientRequest request) {
        out = request;
        // Told by the answer as well, and logged as an error where nobody listens.
        out.exceptionHandler(failure -> LOG.trace("The request broke off", failure));
        if (over) {
            resetOut();
            return;
        }
        Headers.copyRequest(in.headers(), out.headers());
        if (compressesHere()) {
            askForPlain();
        }
        tellPublicAddress();
        if (authorization != null) {
            out.putHeader("Authorization", authorization);
        }
        out.response().onSuccess(this::answer).onFailure(failure -> fail(ServiceHttp.failure(service, failure)));
        String length = in.getHeader("Content-Length");
        if (length != null) {
            out.putHeader("Content-Length", length);
        } else if (!in.isEnded() && mayHaveBody()) {
            out.setChunked(true);
        } else {
            resume();
            out.end();
            return;
        }
        in.exceptionHandler(failure -> resetOut());
        in.handler(this::passChunk);
        in.endHandler(ended -> {
            if (!over) {
                out.end();
            }
        });
        in.resume();
    }

    /** Over HTTP/2 the server compresses whatever says that it is compressed, which would be twice what comes compressed from a service. */
    private boolean compressesHere() {
        return in.version() == HttpVersion.HTTP_2;
    }

    private void askForPlain() {
        gzip = Encodings.acceptsGzip(in.getHeader("Accept-Encoding"));
        out.headers().remove("Accept-Encoding");
        if (gzip) {
            // A part of the plain bytes, compressed here, would be a part of nothing. Parts may be left out (RFC 9110, 14.2).
            out.headers().remove("Range");
            out.headers().remove("If-Range");
        }
        String tags = Etags.ofPlain(in.getHeader("If-None-Match"), gzip);
        if (tags == null) {
            out.headers().remove("If-None-Match");
        } else {
            out.putHeader("If-None-Match", tags);
        }
    }

    /**
     * Linked data name things by the address under which the world can ask for them; only the gateway knows it. Told with each
     * read, because a file can be of linked data whatever the header Accept says.
     */
    private void tellPublicAddress() {
        if (isRead()) {
            out.putHeader(PublicAddress.HEADER, publicUrl == null ? Origins.of(in) : publicUrl);
        }
    }

    /** A request of HTTP/2 that has ended may say that it has not, and throws when it is resumed. */
    private void resume() {
        try {
            in.resume();
        } catch (IllegalStateException e) {
            LOG.trace("The request has been read", e);
        }
    }

    private boolean mayHaveBody() {
        return in.version() == HttpVersion.HTTP_2 ? !isRead() : in.getHeader("Transfer-Encoding") != null;
    }

    private boolean isRead() {
        return in.method() == HttpMethod.GET || in.method() == HttpMethod.HEAD || in.method() == HttpMethod.OPTIONS;
    }

    private void passChunk(Buffer chunk) {
        received += chunk.length();
        if (received > largestBody) {
            refuse(ProblemException.contentTooLarge(largestBody));
            return;
        }
        if (over) {
            return;
        }
        out.write(chunk);
        if (out.writeQueueFull()) {
            in.pause();
            out.drainHandler(drained -> in.resume());
        }
    }

    private void answer(HttpClientResponse from) {
        answer = from;
        if (over) {
            from.exceptionHandler(failure -> answered = true);
            from.endHandler(ended -> answered = true);
            resetOut();
            return;
        }
        vertx.cancelTimer(timer);
        HttpServerResponse to = context.response();
        to.setStatusCode(from.statusCode());
        Headers.copyResponse(from.headers(), to.headers());
        String location = from.getHeader("Location");
        if (location != null) {
            to.putHeader("Location", asPath(location));
        }
        String tag = from.getHeader("ETag");
        if (tag != null && gzip && compressesHere()) {
            to.putHeader("ETag", Etags.ofGzip(tag));
        }
        boolean answeredEarly = !in.isEnded() && in.version() != HttpVersion.HTTP_2;
        if (answeredEarly || in.version() == HttpVersion.HTTP_1_0) {
            // The rest of the body would be read as the next request; and HTTP/1.0 may need the end of the connection as the end.
            to.putHeader("Connection", "close");
        }
        String length = from.getHeader("Content-Length");
        if (length != null) {
            to.putHeader("Content-Length", length);
        } else if (hasBody(from)) {
            to.setChunked(true);
        }
        if (!hasBody(from)) {
            from.endHandler(ended -> {
                answered = true;
                finish();
                request.end();
            });
            from.exceptionHandler(this::cut);
            from.resume();
            return;
        }
        from.exceptionHandler(failure -> {
            LOG.debugf(failure, "An answer of the %s broke off", service);
            cut(failure);
        });
        from.handler(chunk -> passBack(chunk, from));
        from.endHandler(ended -> {
            answered = true;
            if (over) {
                return;
            }
            finish();
            request.end();
            if (answeredEarly && !in.isEnded()) {
                in.connection().close();
            }
        });
        from.resume();
    }

    private void passBack(Buffer chunk, HttpClientResponse from) {
        if (over) {
            return;
        }
        request.write(chunk).onComplete(written -> {
            if (waits && request.unsent() <= LITTLE_AHEAD) {
                waits = false;
                from.resume();
            }
        });
        if (!waits && request.unsent() > (all.pressure() < 0.5 ? AHEAD : LITTLE_AHEAD)) {
            waits = true;
            from.pause();
        }
    }

    private boolean hasBody(HttpClientResponse from) {
        return in.method() != HttpMethod.HEAD && from.statusCode() != 204 && from.statusCode() != 304;
    }

    /** The services do not know under which name clients reach them, so what they say about themselves loses it. */
    private static String asPath(String location) {
        try {
            URI uri = new URI(location);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
        } catch (URISyntaxException e) {
            return location;
        }
    }

    private void fail(ServiceFailure failure) {
        boolean read = in.method() == HttpMethod.GET || in.method() == HttpMethod.HEAD
                || in.method() == HttpMethod.OPTIONS;
        refuse(read ? failure.asProblem() : failure.asProblemOfWrite());
    }

    private void refuse(ProblemException problem) {
        if (over) {
            return;
        }
        finish();
        resetOut();
        resume();
        problems.answer(context, problem);
    }

    private void cut(Throwable failure) {
        answered = true;
        finish();
        // What fails because the client has gone has nobody left to be cut off from, and closing once more would be a warning.
        if (!context.response().ended() && !(failure instanceof ClosedChannelException)) {
            request.cut();
        }
    }

    private void finish() {
        over = true;
        vertx.cancelTimer(timer);
    }

    /**
     * Later, never from within: its connection goes to a request that waits for one, which may be ending too. What has been received
     * of the answer is thrown away first, because only its end tells that it was whole: its connection is another request's then,
     * and a reset would close it under that one.
     */
    private void resetOut() {
        HttpClientRequest ending = out;
        if (ending == null) {
            return;
        }
        Context loop = vertx.getOrCreateContext();
        loop.runOnContext(ignored -> {
            if (answer != null && !answered) {
                answer.handler(chunk -> LOG.trace("Nobody waits for it any more"));
                answer.resume();
            }
            loop.runOnContext(read -> {
                if (!answered) {
                    ending.reset();
                }
            });
        });
    }
}
