package org.parole.kit.inflight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.parole.kit.problem.ProblemWriter;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * One request from its head to the last byte of its answer, with what it holds. It ends once, whatever ends it: an answer that was
 * read, a client that leaves, a bound. Safe for many threads.
 */
public final class InFlight {

    private static final String KEY = InFlight.class.getName();
    /** An answer goes out in slices, so that one can see whether it is being read. */
    private static final int SLICE = 16 * 1024;
    private static final long NOT_YET = -1;

    private final RequestsInFlight all;
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final ClientConnection connection;
    private final boolean http2;
    private final boolean bringsBody;
    private final long begunAt = System.nanoTime();
    private final long bodyFrom;

    private final List<Runnable> whenAnswered = new ArrayList<>(2);
    private volatile boolean left;
    private boolean answered;
    private boolean over;
    private long unsent;
    private long sent;
    /** Since when bytes have been waiting without a pause, and how many had been read by then. */
    private long owedSince = NOT_YET;
    private long sentWhenOwed;
    private long progressAt;
    private long pendingBefore;
    /** When the request was last looked at, and for how long its body has waited for us: used by the timer that watches only. */
    private long watchedAt = begunAt;
    private long ourTurn;
    /** Whether the body waited for us when the event loop last looked; over HTTP/2. */
    private volatile boolean bodyWaits = true;

    InFlight(RequestsInFlight all, RoutingContext context, ClientConnection connection) {
        this.all = all;
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.connection = connection;
        this.http2 = request.version() == HttpVersion.HTTP_2;
        this.bodyFrom = connection.arrivedWithHead();
        this.bringsBody = http2 ? !isRead(request.method()) : hasBody(request);
        context.put(KEY, this);
        context.put(ProblemWriter.ABANDONED, (BooleanSupplier) this::isAbandoned);
    }

    /** The request of a context; null for requests that the framework answers before us. */
    public static InFlight of(RoutingContext context) {
        return context.get(KEY);
    }

    /**
     * Whether a request's client has gone, or has reset its stream, so that nobody reads an answer. Ask this instead of
     * {@link HttpServerResponse#closed()}: over HTTP/2 that method locks the response and then its connection. The event loop has the
     * connection locked while it begins a request, so it would wait for ever for a thread that asks at that moment.
     */
    public static boolean isAbandoned(RoutingContext context) {
        InFlight request = of(context);
        return request != null && request.isAbandoned();
    }

    /** Whether the client went, or reset its stream, before it had the whole answer. */
    public boolean hasLeft() {
        return left;
    }

    private boolean isAbandoned() {
        return left || !connection.isOpen() || (!http2 || connection.isOnItsEventLoop()) && response.closed();
    }

    private static boolean isRead(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null || length != null && !length.equals("0");
    }

    /**
     * Bytes that have come behind this request, which are those of the next one's head.
     *
     * @param behindEmptyLine how many lie behind the last empty line: no more can be of a head, and a chunked body ends with one
     */
    long arrivedBehind(long behindEmptyLine) {
        String length = http2 ? null : request.getHeader("Content-Length");
        return length == null
                ? behindEmptyLine
                : Math.max(0, Math.min(behindEmptyLine, connection.arrived() - bodyFrom - Long.parseLong(length)));
    }

    /** Writes a part of the answer, counted until it has left for the network. */
    public Future<Void> write(Buffer part) {
        int length = part.length();
        owe(length);
        return response.write(part).onComplete(written -> paid(length));
    }

    /** Ends the answer. */
    public void end() {
        response.end().onComplete(written -> delivered());
    }

    /** Answers with this body and its length; the body must not change any more. */
    public void end(byte[] body) {
        if (response.ended() || isAbandoned()) {
            return;
        }
        response.putHeader("Content-Length", Integer.toString(body.length));
        if (request.method() == HttpMethod.HEAD || body.length == 0) {
            end();
            return;
        }
        owe(body.length);
        int begin = 0;
        for (; body.length - begin > SLICE; begin += SLICE) {
            response.write(slice(body, begin, SLICE)).onComplete(written -> paid(SLICE));
        }
        int rest = body.length - begin;
        response.end(slice(body, begin, rest)).onComplete(written -> {
            paid(rest);
            delivered();
        });
    }

    /** The last of it has left for the network; a stream that neither side says any more on is closed. */
    private void delivered() {
        if (http2 && request.isEnded()) {
            end(true);
        }
    }

    private static Buffer slice(byte[] body, int begin, int length) {
        return BufferImpl.buffer(Unpooled.wrappedBuffer(body, begin, length));
    }

    /** Bytes of the answer that have not left for the network. */
    public synchronized long unsent() {
        return unsent;
    }

    /** Runs this once the answer has been handed over to the connection, or will never be; at once when that is so already. */
    public void whenAnswered(Runnable action) {
        synchronized (this) {
            if (!answered) {
                whenAnswered.add(action);
                return;
            }
        }
        action.run();
    }

    /** Whether it has been the client's turn for this long: to send its body, or to read what waits for it. */
    public boolean waitsForClient(long nanos) {
        long now = System.nanoTime();
        synchronized (this) {
            if (unsent > 0 || answered) {
                return !over && now - progressAt > nanos;
            }
        }
        return bringsBody && !request.isEnded() && !response.headWritten() && now - begunAt > nanos;
    }

    private void owe(long bytes) {
        synchronized (this) {
            if (over) {
                return;
            }
            if (unsent == 0) {
                owedSince = System.nanoTime();
                progressAt = owedSince;
                sentWhenOwed = sent;
            }
            unsent += bytes;
        }
        all.owe(bytes, connection);
    }

    private void paid(long bytes) {
        synchronized (this) {
            if (over) {
                return;
            }
            unsent -= bytes;
            sent += bytes;
            progressAt = System.nanoTime();
            if (unsent == 0 && !answered) {
                owedSince = NOT_YET;
            }
        }
        all.paid(bytes, connection);
        endIfRead();
    }

    /** The client has gone or has reset its stream. */
    void leave() {
        left = true;
        answered();
    }

    /** The framework says that the answer has been written or never will be. */
    void answered() {
        List<Runnable> actions;
        synchronized (this) {
            if (answered) {
                return;
            }
            answered = true;
            if (owedSince == NOT_YET) {
                owedSince = System.nanoTime();
                progressAt = owedSince;
                sentWhenOwed = sent;
            }
            actions = List.copyOf(whenAnswered);
            whenAnswered.clear();
        }
        actions.forEach(Runnable::run);
        connection.answered(this);
        endIfRead();
    }

    /** Ends it if there is nothing left that the client might read. */
    void endIfRead() {
        boolean closed = isAbandoned();
        if (closed || !http2 && response.ended() && connection.pending() == 0) {
            end(closed);
        }
    }

    private void end(boolean closed) {
        long left;
        synchronized (this) {
            if (over || !closed && unsent > 0) {
                return;
            }
            over = true;
            left = unsent;
            unsent = 0;
        }
        if (left > 0) {
            all.paid(left, connection);
        }
        // Before the connection forgets it, which must learn that what comes next is a head.
        answered();
        connection.forget(this);
        all.remove(this);
    }

    /** What the client has failed to do in time; null when nothing. */
    Lateness lateness(long now, BoundsConfig config) {
        if (http2) {
            connection.onItsEventLoop(this::endIfOver);
        } else {
            endIfOver();
        }
        if (isLateWithBody(now, config)) {
            return Lateness.BODY;
        }
        synchronized (this) {
            if (over || owedSince == NOT_YET) {
                return null;
            }
            if (!http2) {
                long pending = connection.pending();
                if (pending < pendingBefore) {
                    progressAt = now;
                }
                pendingBefore = pending;
            }
            long allowed = config.unread().toNanos();
            boolean stalled = now - progressAt > allowed;
            boolean slow = now - owedSince > allowed + (sent - sentWhenOwed) * 1_000_000_000L / config.readRate();
            return stalled || slow ? Lateness.ANSWER : null;
        }
    }

    private void endIfOver() {
        if (response.ended() || isAbandoned()) {
            answered();
        }
        endIfRead();
    }

    private boolean isLateWithBody(long now, BoundsConfig config) {
        long since = now - watchedAt;
        watchedAt = now;
        if (!bringsBody || request.isEnded() || response.headWritten()) {
            return false;
        }
        if (isOurTurn(config)) {
            ourTurn += since;
            return false;
        }
        long nanos = now - begunAt - ourTurn;
        return nanos > config.body().toNanos() && !Uploads.isUpload(request) || nanos > config.bodyGrace().toNanos()
                && request.bytesRead() * 1_000_000_000L / nanos < config.bodyRate();
    }

    /** Whether the body, or something of it, is here and waits for us, who may be slow as well: that is not the client's fault. */
    private boolean isOurTurn(BoundsConfig config) {
        if (http2) {
            connection.askWhetherItWaits(response.streamId(), waits -> bodyWaits = waits);
            return bodyWaits;
        }
        String length = request.getHeader("Content-Length");
        long come = connection.arrived() - bodyFrom;
        if (length != null) {
            return come > request.bytesRead() || come >= Long.parseLong(length);
        }
        // What looks like the last chunk may be content, so that it is believed for a while only.
        return connection.isPaused() || connection.endsWithLastChunk() && ourTurn < config.body().toNanos();
    }

    /** Since when nothing of what waits has been read, in nanoseconds; now when nothing waits. */
    synchronized long stillSince(long now) {
        return unsent > 0 || answered ? progressAt : bringsBody ? begunAt : now;
    }

    RoutingContext context() {
        return context;
    }

    /** Ends it from our side, so that the client can see that it is not whole. */
    public void cut() {
        if (http2) {
            connection.reset(response.streamId(), ENHANCE_YOUR_CALM);
        } else {
            connection.close();
        }
    }

    // RFC 9113, 7: the peer is behaving in a manner that might be generating excessive load.
    private static final long ENHANCE_YOUR_CALM = 0xb;

    /** What a client can be late with. */
    enum Lateness {
        /** The body of its request. */
        BODY,
        /** Reading the answer. */
        ANSWER
    }
}
