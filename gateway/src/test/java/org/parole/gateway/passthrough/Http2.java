package org.parole.gateway.passthrough;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection of HTTP/2 in frames, for what no client library does: a window of 0, streams that nobody reads, heads with line breaks. */
public final class Http2 implements AutoCloseable {

    /** A frame's type. */
    public static final int DATA = 0;
    /** A frame's type. */
    public static final int HEADERS = 1;
    /** A frame's type. */
    public static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    private final Socket socket;
    private final OutputStream out;
    private int next = 1;

    /** One frame as it came. */
    public record Frame(int type, int flags, int stream, byte[] payload) {
    }

    /** Connects, and lets the server send this many bytes for each stream. */
    public Http2(URL server, int window) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        out = socket.getOutputStream();
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        frame(SETTINGS, 0, 0,
                new byte[]{0, 4, (byte) (window >> 24), (byte) (window >> 16), (byte) (window >> 8), (byte) window});
    }

    /** Asks for a path, with further header fields as pairs; returns the stream. */
    public int get(String path, String... fields) throws IOException {
        return ask("GET", path, true, fields);
    }

    /** Begins a request; its body follows where it does not end. */
    public int ask(String method, String path, boolean ends, String... fields) throws IOException {
        int stream = next;
        next += 2;
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        literal(block, ":method", method);
        literal(block, ":scheme", "http");
        literal(block, ":path", path);
        literal(block, ":authority", "parole");
        for (int i = 0; i < fields.length; i += 2) {
            literal(block, fields[i], fields[i + 1]);
        }
        frame(HEADERS, END_HEADERS | (ends ? END_STREAM : 0), stream, block.toByteArray());
        return stream;
    }

    private static void literal(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        text(block, name);
        text(block, value);
    }

    private static void text(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < 127) {
            block.write(bytes.length);
        } else {
            block.write(127);
            int rest = bytes.length - 127;
            for (; rest >= 128; rest /= 128) {
                block.write(rest % 128 + 128);
            }
            block.write(rest);
        }
        block.writeBytes(bytes);
    }

    /** Resets a stream. */
    public void reset(int stream) throws IOException {
        frame(RESET, 0, stream, new byte[]{0, 0, 0, 8});
    }

    /** Says that it is there. */
    public void ping() throws IOException {
        frame(PING, 0, 0, new byte[8]);
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[]{(byte) (payload.length >> 16), (byte) (payload.length >> 8), (byte) payload.length,
                (byte) type,
                (byte) flags, (byte) (stream >> 24), (byte) (stream >> 16), (byte) (stream >> 8), (byte) stream});
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
        out.flush();
    }

    /** Reads frames until one of this type for this stream has come, or the connection ends. */
    public List<Frame> readUntil(int type, int stream, int patienceMs) throws IOException {
        socket.setSoTimeout(patienceMs);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        List<Frame> frames = new ArrayList<>();
        while (frames.isEmpty() || frames.get(frames.size() - 1).type() != type
                || frames.get(frames.size() - 1).stream() != stream) {
            int first = in.read();
            if (first < 0) {
                break;
            }
            int length = first << 16 | in.readUnsignedShort();
            int kind = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int of = in.readInt() & Integer.MAX_VALUE;
            frames.add(new Frame(kind, flags, of, in.readNBytes(length)));
            if (kind == SETTINGS && flags == 0) {
                frame(SETTINGS, 1, 0, new byte[0]);
            }
        }
        return frames;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
