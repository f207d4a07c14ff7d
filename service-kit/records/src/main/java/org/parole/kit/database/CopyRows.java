package org.parole.kit.database;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

import org.postgresql.PGConnection;

/**
 * Rows for PostgreSQL's COPY in its text format, column by column: what takes many rows into a table at the rate of the table
 * itself. Not safe for several threads.
 */
public final class CopyRows {

    private final String table;
    private final String columns;
    private final StringBuilder text = new StringBuilder();
    private boolean rowBegun;
    private int rows;

    /**
     * Begins with no row.
     *
     * @param columns their names, between commas, in the order in which each row gives them
     */
    public CopyRows(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    /** The next column of the row: the value as PostgreSQL writes it; null for NULL. */
    public CopyRows add(Object value) {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** A moment. */
    public CopyRows add(Instant value) {
        return add(value == null ? null : (Object) value.toString());
    }

    /** A list of strings or numbers, as an array. */
    public CopyRows array(Collection<?> values) {
        return add(values == null ? null : arrayOf(values));
    }

    /** A list of strings or numbers as PostgreSQL writes an array. */
    public static String arrayOf(Collection<?> values) {
        StringBuilder array = new StringBuilder("{");
        for (Object value : values) {
            if (array.length() > 1) {
                array.append(',');
            }
            if (value == null) {
                array.append("NULL");
            } else {
                array.append('"').append(value.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            }
        }
        return array.append('}').toString();
    }

    /** Ends the row. */
    public void end() {
        text.append('\n');
        rowBegun = false;
        rows++;
    }

    /** Writes the rows in the connection's transaction. */
    public void write(Connection connection) throws SQLException {
        if (rows == 0) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin", new StringReader(text.toString()));
        } catch (IOException e) {
            throw new SQLException("Rows in memory cannot be read", e);
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
