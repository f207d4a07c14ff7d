package org.parole.quote.imports;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Puts the records of a file that does not come in lines into lines, one record a line, numbered from 1. */
final class PieceBuilder {

    private static final int BLOCK = 1 << 20;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final List<Refusal> refusals = new ArrayList<>();
    private long first = 1;
    private long next = 1;

    /** Adds a record, which has no line feed in it. */
    void add(byte[] record) {
        content.writeBytes(record);
        content.write('\n');
        next++;
    }

    /** Adds a record that is refused unread: it stands as an empty line. */
    void refuse(String pointer, String reason, byte[] record) {
        refusals.add(Refusal.of(next, pointer, reason, record));
        add(new byte[0]);
    }

    /** Whether there is enough for a piece. */
    boolean isFull() {
        return content.size() >= BLOCK || next - first >= LineBlocks.MOST_LINES;
    }

    /** What was added since the last piece; null for nothing. */
    LineBlocks.Piece take() {
        if (next == first) {
            return null;
        }
        var piece = new LineBlocks.Piece(new Block(first, (int) (next - first), content.toByteArray()),
                List.copyOf(refusals));
        content.reset();
        refusals.clear();
        first = next;
        return piece;
    }
}
