package org.parole.gateway.imports.table;

/** A file that is no table, or cannot be read as the one it is said to be; the message is for whoever sent it. */
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
