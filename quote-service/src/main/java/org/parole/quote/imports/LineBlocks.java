package org.parole.quote.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream into blocks of lines, in constant memory: of a line that is longer than is taken only the beginning is kept, to be
 * shown. A line ends with LF or CR LF; a byte order mark before the first goes.
 */
final class LineBlocks implements LineSource {

    /** The longest line that is taken, in bytes: the longest text of a document, with what escaping adds. */
    static final int LONGEST_LINE = 8 << 20;
    private static final int SHOWN = 40_000;
    private static final int BLOCK = 1 << 20;
    static final int MOST_LINES = 4_096;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(BLOCK + 1024);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private final List<Refusal> refusals = new ArrayList<>();
    private int filled;
    private int at;
    private long number;
    private boolean isTooLong;
    private boolean isOver;

    LineBlocks(InputStream in) {
        this.in = in;
    }

    /** A block, and the lines in it that are too long, each of which stands in the block as an empty line. */
    record Piece(Block block, List<Refusal> refusals) {
    }

    @Override
    public Piece next() throws IOException {
        content.reset();
        refusals.clear();
        long first = number + 1;
        while (!isOver && content.size() < BLOCK && number - first + 1 < MOST_LINES) {
            readLine();
        }
        return number < first
                ? null
                : new Piece(new Block(first, (int) (number - first + 1), content.toByteArray()), List.copyOf(refusals));
    }

    private void readLine() throws IOException {
        line.reset();
        isTooLong = false;
        boolean hasAny = false;
        while (true) {
            if (at == filled) {
                filled = in.read(buffer, 0, buffer.length);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    isOver = true;
                    if (hasAny) {
                        endLine();
                    }
                    return;
                }
            }
            int start = at;
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            keep(start, at - start);
            hasAny = true;
            if (at < filled) {
                at++;
                endLine();
                return;
            }
        }
    }

    private void keep(int start, int length) {
        if (isTooLong) {
            return;
        }
        line.write(buffer, start, length);
        isTooLong = line.size() > LONGEST_LINE;
    }

    private void endLine() {
        number++;
        byte[] bytes = line.toByteArray();
        if (isTooLong) {
            refusals.add(Refusal.of(number, "", "is longer than " + LONGEST_LINE + " bytes",
                    java.util.Arrays.copyOf(bytes, SHOWN)));
        } else {
            int start = number == 1 && hasMark(bytes) ? 3 : 0;
            int end = bytes.length > start && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
            content.write(bytes, start, end - start);
        }
        content.write('\n');
    }

    private static boolean hasMark(byte[] bytes) {
        return bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF;
    }
}
