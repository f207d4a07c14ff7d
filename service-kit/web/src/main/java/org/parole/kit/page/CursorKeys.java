package org.parole.kit.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import org.parole.kit.problem.ProblemException;

/** The typed keys of a cursor. A cursor is opaque but not secret, so that its parts may be anything. */
public final class CursorKeys {

    private CursorKeys() {
    }

    /** An id. */
    public static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** A moment. */
    public static Instant instant(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeException e) {
            throw unreadable();
        }
    }

    /** A number. */
    public static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    /** A number with a fraction, of single precision. */
    public static float decimal(String key) {
        try {
            return Float.parseFloat(key);
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.invalidParameter("cursor", "must be the 'next' of an earlier page of this list");
    }
}
