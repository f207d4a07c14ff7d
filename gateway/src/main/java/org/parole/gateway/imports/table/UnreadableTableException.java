package org.parole.gateway.imports.table;

/** A file is not a table, or not one of the format that the request names. The client gets the message after "the body". */
public final class UnreadableTableException extends RuntimeException {

    /** With what is wrong with the file, such as "has no rows". */
    public UnreadableTableException(String message) {
        super(message);
    }

    /** With what is wrong with the file, such as "has no rows", and what it was found by. */
    public UnreadableTableException(String message, Throwable cause) {
        super(message, cause);
    }
}
