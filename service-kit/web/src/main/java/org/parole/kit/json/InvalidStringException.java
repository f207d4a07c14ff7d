package org.parole.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A string that no client can mean: with NUL or half a surrogate pair. */
public class InvalidStringException extends MismatchedInputException {

    InvalidStringException(JsonParser parser, String expected) {
        super(parser, expected, String.class);
    }
}
