package org.parole.gateway.imports.table;

import java.io.Closeable;
import java.util.Iterator;

/** The rows of a file, read one by one; blank rows are left out. {@code next} fails with {@link UnreadableTableException}. */
public interface Table extends Iterator<TableRow>, Closeable {

    /** Ends the reading; what cannot be closed is let go. */
    @Override
    void close();
}
