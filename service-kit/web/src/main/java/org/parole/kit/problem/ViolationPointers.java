package org.parole.kit.problem;

import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.parole.kit.text.WebAddress;

/** The errors of a problem for Bean Validation's violations: where, what was expected, and what the request has. */
public final class ViolationPointers {

    /** By pointer, then by detail, so that the order of errors does not depend on the validator. */
    public static final Comparator<FieldError> ORDER = Comparator.comparing(FieldError::pointer)
            .thenComparing(FieldError::detail);

    private ViolationPointers() {
    }

    /** The error for a violation, below the JSON Pointer {@code at}; that is "" for the whole body. */
    public static FieldError error(String at, ConstraintViolation<?> violation) {
        return new FieldError(at + pointer(violation.getPropertyPath()), detail(violation));
    }

    /** What was expected, and what the request has: {@code must have at most 4 characters; it has 5 characters}. */
    public static String detail(ConstraintViolation<?> violation) {
        Object value = violation.getInvalidValue();
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        boolean standardMessage = violation.getMessageTemplate().startsWith("{");
        if (constraint instanceof Size size) {
            return (standardMessage ? expected(size, value) : violation.getMessage()) + Received.size(value);
        }
        if (constraint instanceof NotNull && standardMessage) {
            return "must be given";
        }
        if (WebAddress.NO_USER.equals(violation.getMessage())) {
            // The password is not for logs.
            return violation.getMessage();
        }
        return violation.getMessage() + (constraint instanceof NotBlank ? "" : Received.value(value));
    }

    private static String expected(Size size, Object value) {
        String unit = value instanceof Collection ? "item" : "character";
        if (size.max() == Integer.MAX_VALUE) {
            return String.format(Locale.ROOT, "must have at least %,d %s", size.min(), plural(unit, size.min()));
        }
        return size.min() == 0
                ? String.format(Locale.ROOT, "must have at most %,d %s", size.max(), plural(unit, size.max()))
                : String.format(Locale.ROOT, "must have %,d to %,d %s", size.min(), size.max(),
                        plural(unit, size.max()));
    }

    private static String plural(String unit, int count) {
        return count == 1 ? unit : unit + "s";
    }

    /** The JSON Pointer of a path, method and parameter nodes left out: {@code quotes[2].speaker} is /quotes/2/speaker. */
    public static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
