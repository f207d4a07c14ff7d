package org.parole.kit.json;

import org.parole.kit.problem.Received;

/** A value that cannot be parsed; its message is a sentence part for the client: "must be …". */
public class InvalidValueException extends IllegalArgumentException {

    /** With what was expected, as in "must be a date such as 2020-04-07". */
    public InvalidValueException(String expected) {
        super(expected);
    }

    /** With what was expected, and the text that the request has instead. */
    public InvalidValueException(String expected, String received) {
        super(expected + Received.value(received));
    }
}
