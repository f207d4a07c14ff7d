package org.parole.kit.inflight;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.AttributeKey;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;

/** A client's connection, first in its channel: what came of heads that are not whole, and what waits to be read. */
final class ClientConnection extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<ClientConnection> KEY = AttributeKey.valueOf(ClientConnection.class,
            "connection");

    private static final int END_OF_HEAD = 3;
    // RFC 9112, 7.1: "0", CR LF, no trailers, CR LF.
    private static final long LAST_CHUNK = 0x30_0d0a_0d0aL;
    private static final long FIVE_BYTES = 0xff_ffff_ffffL;

    private final Channel channel;
    private final AtomicLong unsent = new AtomicLong();
    // Written on the event loop of the channel only.
    private volatile long headBytes;
    private volatile long headSince;
    private volatile boolean busy;
    private volatile long arrived;
    private volatile long tail;
    // Of what came last, what lies behind the end of a head: of the request's body, of the next head, or of both.
    private int begunHead;
    private InFlight latest;

    private ClientConnection(Channel channel) {
        this.channel = channel;
    }

    /** Begins to watch a channel that has just been accepted. */
    static ClientConnection watch(Channel channel) {
        ClientConnection connection = new ClientConnection(channel);
        channel.attr(KEY).set(connection);
        channel.pipeline().addFirst("parole-connection", connection);
        return connection;
    }

    /** The connection that a request came by. */
    static ClientConnection of(io.vertx.core.http.HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        ClientConnection known = channel.attr(KEY).get();
        if (known == null) {
            // Netty could not find us where class loaders keep us apart, as in development; the first request is too late for the first head only.
            known = AcceptedConnections.add(channel);
            ChannelHandlerContext last = channel.pipeline().lastContext();
            if (last != null && last.handler() instanceof VertxHandler) {
                channel.pipeline().addBefore(last.name(), "parole-first-read", known.new FirstRead());
            }
        }
        return known;
    }

    /** Counts what came of a body together with the head of the first request, where the connection is watched from that head on only. */
    private final class FirstRead extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpContent part) {
                arrived = arrived + part.content().readableBytes();
                if (message instanceof LastHttpContent) {
                    tail = LAST_CHUNK;
                }
            }
            context.fireChannelRead(message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.fireChannelReadComplete();
            context.pipeline().remove(this);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
            return;
        }
        if (headBytes == 0) {
            headSince = System.nanoTime();
        }
        long before = headBytes;
        arrived = arrived + bytes.readableBytes();
        long last = tail;
        for (int at = Math.max(bytes.readerIndex(), bytes.writerIndex() - 5); at < bytes.writerIndex(); at++) {
            last = last << 8 & FIVE_BYTES | bytes.getUnsignedByte(at);
        }
        tail = last;
        if (!busy) {
            headBytes = before + bytes.readableBytes();
        }
        begunHead = behindLastHead(bytes);
        context.fireChannelRead(message);
    }

    /** The number of bytes after the last empty line; 0 without one. */
    private static int behindLastHead(ByteBuf bytes) {
        for (int last = bytes.writerIndex() - 1; last >= bytes.readerIndex() + END_OF_HEAD - 1; last--) {
            if (bytes.getByte(last) == '\n' && bytes.getByte(last - 1) == '\r' && bytes.getByte(last - 2) == '\n') {
                return bytes.writerIndex() - 1 - last;
            }
        }
        return 0;
    }

    /** A head is complete. Returns the previous request of HTTP/1.1, whose answer has been written by now. */
    InFlight begin(InFlight request) {
        InFlight before = latest;
        latest = request;
        headBytes = 0;
        busy = true;
        return before;
    }

    /** A request has been answered; what comes next begins a head. */
    void answered(InFlight request) {
        if (latest == request) {
            busy = false;
            headSince = System.nanoTime();
            headBytes = request.arrivedBehind(begunHead);
        }
    }

    /** The request is over in every respect. */
    void forget(InFlight request) {
        if (latest == request) {
            latest = null;
        }
    }

    /** Bytes that have come by this connection, whether anybody has taken them yet or not. */
    long arrived() {
        return arrived;
    }

    /** The number of bytes received at the end of the last head. */
    long arrivedWithHead() {
        return arrived - begunHead;
    }

    /** Bytes of a head that is not whole; 0 while a request is in flight. */
    long headBytes() {
        return busy ? 0 : headBytes;
    }

    /** When the first of them came, in nanoseconds. */
    long headSince() {
        return headSince;
    }

    /** Whether it speaks HTTP/2, whose connections say something between requests. */
    boolean isHttp2() {
        return channel.pipeline().get(Http2ConnectionHandler.class) != null;
    }

    /** Whether we do not read from it just now, because what it brought has not been taken yet; HTTP/1.1 only. */
    boolean isPaused() {
        return !channel.config().isAutoRead();
    }

    /** Whether what came last ends like a chunked body does. */
    boolean endsWithLastChunk() {
        return tail == LAST_CHUNK;
    }

    /** Tells soon, on the event loop, whether a stream of HTTP/2 has brought all of its body or bytes that nobody has taken. */
    void askWhetherItWaits(int stream, Consumer<Boolean> result) {
        channel.eventLoop().execute(() -> {
            Http2ConnectionHandler handler = channel.pipeline().get(Http2ConnectionHandler.class);
            Http2Stream open = handler == null ? null : handler.connection().stream(stream);
            result.accept(open != null && (!open.state().remoteSideOpen()
                    || handler.connection().local().flowController().unconsumedBytes(open) > 0));
        });
    }

    /** Whether the current thread is the one that serves this connection. */
    boolean isOnItsEventLoop() {
        return channel.eventLoop().inEventLoop();
    }

    /** Runs this on the event loop of the connection: soon, and never while the connection begins a request. */
    void onItsEventLoop(Runnable action) {
        channel.eventLoop().execute(action);
    }

    /** Adds to the bytes of answers that wait to be read; negative takes away. Returns how many wait. */
    long addUnsent(long bytes) {
        return unsent.addAndGet(bytes);
    }

    /** Bytes that were written to the channel and not yet to the network. */
    long pending() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /**
     * Resets a stream of HTTP/2, also one whose answer has been handed over and waits: the reset of Vert.x passes these over, and they
     * would wait for ever.
     */
    void reset(int stream, long code) {
        channel.eventLoop().execute(() -> {
            Http2ConnectionHandler handler = channel.pipeline().get(Http2ConnectionHandler.class);
            if (handler != null && stream > 0) {
                ChannelHandlerContext context = channel.pipeline().context(handler);
                handler.resetStream(context, stream, code, context.newPromise());
                context.flush();
            }
        });
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Closes the socket at once: Vert.x would first wait until what is written has left, which it never does where nobody reads. */
    void close() {
        channel.eventLoop().execute(() -> channel.unsafe().close(channel.newPromise()));
    }
}
