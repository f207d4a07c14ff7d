package org.parole.gateway.passthrough;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.ClosedChannelException;

import org.jboss.logging.Logger;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceHttp;
import org.parole.gateway.service.ServiceName;
import org.parole.gateway.support.Problems;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.http.PublicAddress;
import org.parole.kit.problem.ProblemException;

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

    private final Vertx vertx;
    private final RoutingContext context;
    private final HttpServerRequest in;
    private final ServiceName service;
    private final String authorization;
    private final Deadline deadline;
    private final long largestBody;
    private final Problems problems;
    private final String publicUrl;

    private HttpClientRequest out;
    private long timer = -1;
    private long received;
    private boolean over;

    Exchange(Vertx vertx, RoutingContext context, ServiceName service, String authorization, Deadline deadline,
            long largestBody, Problems problems, String publicUrl) {
        this.vertx = vertx;
        this.context = context;
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

    /** Linked data name things by the address under which the world can ask for them; only the gateway knows it. */
    private void tellPublicAddress() {
        String accept = in.getHeader("Accept");
        if (accept != null && accept.contains(MediaTypes.JSON_LD)) {
            String authority = in.authority() == null ? null : in.authority().toString();
            String address = publicUrl == null && authority != null ? in.scheme() + "://" + authority : publicUrl;
            if (address != null) {
                out.putHeader(PublicAddress.HEADER, address);
            }
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
        if (over) {
            from.exceptionHandler(failure -> LOG.trace("Nobody waits for it any more", failure));
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
                finish();
                to.end();
            });
            from.exceptionHandler(this::cut);
            from.resume();
            return;
        }
        from.pipe().endOnSuccess(true).endOnFailure(false).to(to).onSuccess(done -> {
            finish();
            if (answeredEarly && !in.isEnded()) {
                in.connection().close();
            }
        }).onFailure(failure -> {
            LOG.debugf(failure, "An answer of the %s broke off", service);
            cut(failure);
        });
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
        finish();
        resetOut();
        // What fails because the client has gone has nobody left to be cut off from, and closing once more would be a warning.
        if (!context.response().ended() && !(failure instanceof ClosedChannelException)) {
            Problems.cut(context);
        }
    }

    private void finish() {
        over = true;
        vertx.cancelTimer(timer);
    }

    private void resetOut() {
        if (out != null) {
            out.reset();
        }
    }
}
