package org.parole.kit.export;

import java.io.IOException;
import java.util.List;

/** Writes the rows of one file. */
interface RowWriter<V> {

    /** Adds rows. */
    void write(List<? extends V> items) throws IOException;

    /** Writes what follows the last row. */
    void end() throws IOException;
}
