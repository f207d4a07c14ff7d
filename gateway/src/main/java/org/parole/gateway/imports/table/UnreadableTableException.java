package org.parole.gateway.imports.table;

/** A file is not a table, or not one of the format that the request names. The client gets the message. */
public final class UnreadableTableException extends RuntimeException {

    /** With a sentence about what is wrong with the file. */
    public UnreadableTableException(String message) {
        super(message);
    }

    /** With a sentence about what is wrong with the file, and what it was found by. */
    public UnreadableTableException(String message, Throwable cause) {
        super(message, cause);
    }
}
