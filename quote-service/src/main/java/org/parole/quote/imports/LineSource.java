package org.parole.quote.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file as lines of its format, block by block, in constant memory. */
interface LineSource extends Closeable {

    /** The next piece; null at the end. */
    LineBlocks.Piece next() throws IOException;

    @Override
    default void close() throws IOException {
        // Most hold nothing but the stream, which is not theirs.
    }

    /** What of the file was passed over, by kind and number, once all of it was read. */
    default List<String> passedOver() {
        return List.of();
    }
}
