package org.parole.kit.format;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonValue;

/** The columns of a record type: its components in their order, those of records within it by dotted names. */
final class Columns {

    // A record that holds its own kind would go on for ever; none of ours is this deep.
    private static final int MAX_DEPTH = 6;

    private static final Map<Class<?>, List<Column>> KNOWN = new ConcurrentHashMap<>();

    private Columns() {
    }

    /** One column: its name and the way from a row to its value. */
    record Column(String name, List<Method> path) {

        /** The value in a row; null where something on the way is. */
        Object in(Object row) {
            Object value = row;
            for (Method step : path) {
                if (value == null) {
                    return null;
                }
                try {
                    value = step.invoke(value);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException("A record's component cannot be read: " + name, e);
                }
            }
            return value;
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
            String name = prefix + component.getName();
            if (component.getType().isRecord() && !isScalar(component.getType()) && longer.size() < MAX_DEPTH) {
                collect(component.getType(), name + ".", longer, columns);
            } else {
                columns.add(new Column(name, List.copyOf(longer)));
            }
        }
    }

    private static boolean isScalar(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
