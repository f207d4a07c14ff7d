package org.parole.kit.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

import org.parole.kit.problem.ProblemException;

import io.airlift.compress.zstd.ZstdInputStream;

/**
 * A body as plain bytes: compressed by gzip or zstd where its first bytes say so, whatever the header Content-Encoding says. A body
 * that unfolds to far more than any text does is refused, in constant memory.
 */
public final class Decompression extends FilterInputStream {

    /** Text in JSON becomes 5 to 20 times smaller; a bomb is hundreds of times as large as it came. */
    private static final int MOST_TIMES = 250;
    /** Small files may be odd. */
    private static final long ANY_WAY = 64L << 20;

    private final Counted compressed;
    private final long most;
    private long plain;

    private Decompression(InputStream plain, Counted compressed, long most) {
        super(plain);
        this.compressed = compressed;
        this.most = most;
    }

    /**
     * The plain bytes of a body.
     *
     * @param encoding the header Content-Encoding, or null
     * @param most     how many bytes they may be
     * @throws ProblemException 415 for another encoding, 400 where the body is not what the header says
     */
    public static InputStream of(InputStream body, String encoding, long most) throws IOException {
        var counted = new Counted(body);
        var buffered = new BufferedInputStream(counted, 64 * 1024);
        buffered.mark(8);
        byte[] magic = buffered.readNBytes(4);
        buffered.reset();
        boolean isGzip = magic.length >= 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
        boolean isZstd = magic.length == 4 && (magic[0] & 0xFF) == 0x28 && (magic[1] & 0xFF) == 0xB5
                && (magic[2] & 0xFF) == 0x2F && (magic[3] & 0xFF) == 0xFD;
        String named = encoding == null ? "identity" : encoding.strip().toLowerCase(java.util.Locale.ROOT);
        switch (named) {
            case "identity" -> {
            }
            case "gzip", "x-gzip" -> require(isGzip, "gzip");
            case "zstd" -> require(isZstd, "zstd");
            default -> throw ProblemException.invalidParameter("Content-Encoding", "must be gzip, zstd or absent");
        }
        try {
            InputStream plain = isGzip
                    ? new GZIPInputStream(buffered, 64 * 1024)
                    : isZstd ? new ZstdInputStream(buffered) : buffered;
            return new Decompression(plain, counted, most);
        } catch (IOException e) {
            counted.throwFailure();
            throw broken();
        }
    }

    private static void require(boolean isSo, String encoding) {
        if (!isSo) {
            throw ProblemException.malformed(
                    "The header Content-Encoding says " + encoding + ", but the body is not " + encoding + ".");
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got;
        try {
            got = super.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            compressed.throwFailure();
            throw broken();
        }
        if (got > 0) {
            plain += got;
            if (plain > most || plain > ANY_WAY && plain > compressed.bytes * MOST_TIMES) {
                throw ProblemException
                        .contentTooLarge(Math.min(most, Math.max(ANY_WAY, compressed.bytes * MOST_TIMES)));
            }
        }
        return got;
    }

    private static ProblemException broken() {
        return ProblemException
                .malformed("The compressed body is broken or ends in the middle. Nothing of it was imported.");
    }

    /** Counts what comes, and keeps how it broke off. */
    private static final class Counted extends FilterInputStream {

        private long bytes;
        private Exception failure;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int got = super.read(into, offset, length);
                bytes += Math.max(0, got);
                return got;
            } catch (IOException | RuntimeException e) {
                failure = e;
                throw e;
            }
        }

        /** Throws again what reading the body has thrown. */
        private void throwFailure() throws IOException {
            if (failure instanceof IOException broken) {
                throw broken;
            }
            if (failure instanceof RuntimeException refused) {
                throw refused;
            }
        }
    }
}
