package org.parole.kit.json;

/** A value that cannot be read; its message is a sentence part for the client: "must be …". */
public class InvalidValueException extends IllegalArgumentException {

    /** With what was expected, as in "must be a date such as 2020-04-07". */
    public InvalidValueException(String expected) {
        super(expected);
    }
}
