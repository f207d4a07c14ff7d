package org.parole.quote.imports;

import java.util.List;

import org.parole.kit.problem.FieldError;

/** A line that cannot be taken. */
final class RefusedRowException extends RuntimeException {

    private final transient FieldError error;

    RefusedRowException(String pointer, String detail) {
        this(new FieldError(pointer, detail));
    }

    RefusedRowException(FieldError error) {
        super(error.detail(), null, false, false);
        this.error = error;
    }

    static void throwIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new RefusedRowException(errors.get(0));
        }
    }

    FieldError error() {
        return error;
    }
}
