package org.parole.kit.json;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.NearestName;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.Received;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/** Turns what Jackson says into what a client can use: a JSON Pointer and what was expected there. */
public final class JsonErrors {

    private JsonErrors() {
    }

    /** The problem for a body that could not be bound: 422 with a pointer when it is JSON, 400 when it is not. */
    public static ProblemException problem(JacksonException error) {
        Throwable cause = error;
        while (cause != null) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof StreamConstraintsException) {
                return ProblemException.malformed("The body is nested deeper than " + StrictJson.MAX_DEPTH
                        + " levels or has a name or number that is too long.");
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        if (error instanceof JsonMappingException mapping && !isSyntax(mapping)) {
            return ProblemException.invalidBody(List.of(error(mapping)));
        }
        return ProblemException.malformed("The body is not valid JSON" + position(error) + duplicate(error) + ".");
    }

    /** Where a value could not be bound, and what was expected there. */
    static FieldError error(JsonMappingException error) {
        return new FieldError(pointer(error), expected(error));
    }

    private static boolean isSyntax(JsonMappingException error) {
        return error.getCause() instanceof com.fasterxml.jackson.core.JsonParseException
                || error.getCause() instanceof com.fasterxml.jackson.core.io.JsonEOFException;
    }

    private static String position(JacksonException error) {
        return error.getLocation() == null
                ? ""
                : " at line " + error.getLocation().getLineNr() + ", column " + error.getLocation().getColumnNr();
    }

    private static String duplicate(JacksonException error) {
        String message = error.getOriginalMessage();
        return message != null && message.startsWith("Duplicate ") ? ": duplicate key" : "";
    }

    private static String pointer(JsonMappingException error) {
        return error.getPath().stream().map(JsonErrors::segment).collect(Collectors.joining());
    }

    private static String segment(JsonMappingException.Reference reference) {
        return "/" + (reference.getFieldName() == null
                ? String.valueOf(reference.getIndex())
                : reference.getFieldName().replace("~", "~0").replace("/", "~1"));
    }

    private static String expected(JsonMappingException error) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds() == null
                    ? List.of()
                    : unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
            return NearestName.sentence("field", unknown.getPropertyName(), known);
        }
        if (error instanceof InvalidStringException) {
            return error.getOriginalMessage();
        }
        if (error instanceof ValueInstantiationException && error.getCause() instanceof InvalidValueException ours) {
            return ours.getMessage();
        }
        if (isOutOfRange(error)) {
            return "must be a whole number " + bounds(error);
        }
        if (error instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + kindOf(mismatch.getTargetType()) + received(mismatch);
        }
        return "is not valid here";
    }

    private static String received(MismatchedInputException mismatch) {
        return mismatch instanceof InvalidFormatException format ? Received.value(format.getValue()) : "";
    }

    private static boolean isOutOfRange(JsonMappingException error) {
        if (error instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                && mismatch.getTargetType().isEnum()) {
            return false;
        }
        return error.getCause() instanceof InputCoercionException
                || error.getOriginalMessage() != null && error.getOriginalMessage().contains("out of range");
    }

    /** As the field's own constraints say, or as the type does. */
    private static String bounds(JsonMappingException error) {
        long least = Integer.MIN_VALUE;
        long most = Integer.MAX_VALUE;
        JsonMappingException.Reference place = error.getPath().get(error.getPath().size() - 1);
        Object owner = place.getFrom();
        if (owner != null && place.getFieldName() != null) {
            Class<?> type = owner instanceof Class<?> known ? known : owner.getClass();
            try {
                Field field = type.getDeclaredField(place.getFieldName());
                least = field.isAnnotationPresent(Min.class) ? field.getAnnotation(Min.class).value() : least;
                most = field.isAnnotationPresent(Max.class) ? field.getAnnotation(Max.class).value() : most;
            } catch (NoSuchFieldException e) {
                // Then the bounds of the type are all that is known.
            }
        }
        return String.format(Locale.ROOT, "from %,d to %,d", least, most);
    }

    private static String kindOf(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(String::valueOf)
                    .collect(Collectors.joining(", "));
        }
        if (type == String.class || Arrays.stream(type.getMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class))) {
            return "a string";
        }
        if (type == UUID.class) {
            return "a UUID such as 0190163d-8694-739b-aea5-966c26f8ad91";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "a date such as 2020-04-07";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "a date-time such as 2020-04-07T18:30:00Z";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "an object";
        }
        return "of another type";
    }
}
