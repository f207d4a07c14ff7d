package org.parole.kit.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets only a part of the bytes pass. */
final class PartStream extends FilterOutputStream {

    private final long from;
    private final long until;
    private long position;

    /**
     * Begins before the first byte.
     *
     * @param from  the first byte that passes
     * @param until the byte behind the last one
     */
    PartStream(OutputStream out, long from, long until) {
        super(out);
        this.from = from;
        this.until = until;
    }

    /** Whether all has passed that is to pass. */
    boolean isOver() {
        return position >= until;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        int begin = (int) Math.min(length, Math.max(0, from - position));
        int end = (int) Math.min(length, Math.max(0, until - position));
        if (end > begin) {
            out.write(some, offset + begin, end - begin);
        }
        position += length;
    }
}
