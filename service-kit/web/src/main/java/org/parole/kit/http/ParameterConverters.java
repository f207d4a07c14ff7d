package org.parole.kit.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.RestPath;
import org.parole.kit.json.InvalidValueException;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;

/** Reads parameters, and says by name what was expected where the framework would only answer 404. */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> reader = readerOf(type);
        if (reader == null) {
            return null;
        }
        String name = "parameter";
        boolean path = false;
        for (Annotation annotation : annotations == null ? new Annotation[0] : annotations) {
            String given = ParameterNames.nameIn(annotation, name);
            name = given == null ? name : given;
            path |= annotation instanceof PathParam || annotation instanceof RestPath;
        }
        return new Named<>(type, reader, name, path);
    }

    /** How a value of this type is read; null for types that are left to the framework. */
    static Function<String, ?> readerOf(Class<?> type) {
        if (type == Integer.class || type == int.class) {
            return text -> whole(text, Integer::valueOf);
        }
        if (type == Long.class || type == long.class) {
            return text -> whole(text, Long::valueOf);
        }
        if (type == UUID.class) {
            return ParameterConverters::uuid;
        }
        if (type == Boolean.class || type == boolean.class) {
            return ParameterConverters::bool;
        }
        if (type == LocalDate.class) {
            return ParameterConverters::date;
        }
        if (type == PartialDate.class) {
            return PartialDate::parse;
        }
        if (type == PublicationTime.class) {
            return PublicationTime::parse;
        }
        if (type == AsOf.class) {
            return AsOf::parse;
        }
        if (type.isEnum()) {
            return text -> constant(type, text);
        }
        return null;
    }

    private static <N extends Number> N whole(String text, Function<String, N> reader) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException e) {
            throw new InvalidValueException("must be a whole number", text);
        }
    }

    private static UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same answer as the short forms that Java takes for a UUID.
        }
        throw new InvalidValueException("must be a UUID such as 0190163d-8694-739b-aea5-966c26f8ad91", text);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new InvalidValueException("must be true or false", text);
        };
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException("must be a date that exists, such as 2020-04-07", text);
        }
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>) c).name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(Object::toString)
                                .collect(Collectors.joining(", ")),
                        text));
    }

    private record Named<T>(Class<T> type, Function<String, ?> reader, String name, boolean path)
            implements
                ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return (T) reader.apply(text);
            } catch (InvalidValueException e) {
                throw path
                        ? ProblemException.notFound("record", text)
                        : ProblemException.invalidParameter(name, e.getMessage());
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
