package org.parole.kit.format;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the columns of a CSV mean, told by the record that its rows are made of, so that the codebook cannot differ from the header.
 * The words are those of the record's {@link Schema} annotations.
 */
public final class TableFields {

    private static final Map<Class<?>, List<String>> TYPES = Map.ofEntries(
            Map.entry(int.class, List.of("integer")), Map.entry(Integer.class, List.of("integer")),
            Map.entry(long.class, List.of("integer")), Map.entry(Long.class, List.of("integer")),
            Map.entry(double.class, List.of("number")), Map.entry(Double.class, List.of("number")),
            Map.entry(boolean.class, List.of("boolean")), Map.entry(Boolean.class, List.of("boolean")),
            Map.entry(LocalDate.class, List.of("date")), Map.entry(Instant.class, List.of("datetime", "any")),
            Map.entry(UUID.class, List.of("string", "uuid")), Map.entry(URI.class, List.of("string", "uri")));

    private TableFields() {
    }

    /**
     * The fields of a Frictionless Table Schema: for each column its name, type, format where it has one, what it means, and the
     * values that it can have where these are few. Several values in one cell are text for a program that knows nothing of them.
     *
     * @param row a record type
     */
    public static List<Map<String, Object>> of(Class<?> row) {
        return Columns.of(row).stream().map(TableFields::field).toList();
    }

    private static Map<String, Object> field(Columns.Column column) {
        List<Method> path = column.path();
        Class<?> type = itemOf(path.get(path.size() - 1).getGenericReturnType());
        boolean several = path.stream().anyMatch(step -> Collection.class.isAssignableFrom(step.getReturnType()));
        List<String> known = several ? List.of("string") : TYPES.getOrDefault(type, List.of("string"));
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", known.get(0));
        if (known.size() > 1) {
            field.put("format", known.get(1));
        }
        field.put("description", description(path, several));
        if (type.isEnum() && !several) {
            field.put("constraints", Map.of("enum",
                    Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList()));
        }
        return field;
    }

    /** What each step on the way to the value says of itself, from the outermost to the value's own. */
    private static String description(List<Method> path, boolean several) {
        String words = path.stream().map(step -> step.getAnnotation(Schema.class))
                .map(schema -> schema == null ? "" : schema.description()).filter(text -> !text.isEmpty())
                .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                .collect(Collectors.joining(". "));
        return several ? words + " (several, joined by '; ')" : words;
    }

    private static Class<?> itemOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            boolean list = generic.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw);
            return itemOf(list ? generic.getActualTypeArguments()[0] : generic.getRawType());
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }
}
