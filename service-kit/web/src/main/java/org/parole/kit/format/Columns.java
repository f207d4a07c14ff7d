package org.parole.kit.format;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The columns of a record type: its components in their order, those of records within it by dotted names. A list of records becomes a
 * column for each of their components, with the values of all in one cell.
 */
final class Columns {

    // A record that holds its own kind would go on for ever; none of ours is this deep.
    private static final int MAX_DEPTH = 6;

    private static final Map<Class<?>, List<Column>> KNOWN = new ConcurrentHashMap<>();

    private Columns() {
    }

    /** One column: its name and the way from a row to its value. */
    record Column(String name, List<Method> path) {

        /** The value in a row; null where something on the way is, and a list where a list is on the way. */
        Object in(Object row) {
            return value(row, 0);
        }

        private Object value(Object from, int step) {
            if (from == null || step == path.size()) {
                return from;
            }
            if (from instanceof Collection<?> items) {
                return items.stream().map(item -> value(item, step)).map(item -> Objects.requireNonNullElse(item, ""))
                        .toList();
            }
            try {
                return value(path.get(step).invoke(from), step + 1);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("A record's component cannot be read: " + name, e);
            }
        }
    }

    /** The columns of a record type; the same whatever the rows hold. */
    static List<Column> of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, t -> {
            List<Column> columns = new ArrayList<>();
            collect(t, "", List.of(), columns);
            return List.copyOf(columns);
        });
    }

    private static void collect(Class<?> type, String prefix, List<Method> path, List<Column> columns) {
        for (RecordComponent component : type.getRecordComponents()) {
            List<Method> longer = new ArrayList<>(path);
            longer.add(component.getAccessor());
            String name = prefix + nameOf(component);
            Class<?> inner = itemOf(component.getGenericType());
            if (inner.isRecord() && !isScalar(inner) && longer.size() < MAX_DEPTH) {
                collect(inner, name + ".", longer, columns);
            } else {
                columns.add(new Column(name, List.copyOf(longer)));
            }
        }
    }

    /** The name of a member, as JSON has it. */
    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    /** What a list is of; the type itself where it is no list. */
    private static Class<?> itemOf(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)
                && list.getActualTypeArguments()[0] instanceof Class<?> item) {
            return item;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static boolean isScalar(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
