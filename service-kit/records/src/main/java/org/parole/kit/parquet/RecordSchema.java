package org.parole.kit.parquet;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.parole.kit.parquet.Shape.Field;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The columns of a record type, nested as the record is. Numbers, truth values, dates, times in UTC (microseconds) and UUIDs have their
 * own types; everything else is text, and what has no fixed members is its JSON.
 */
final class RecordSchema {

    // A record that holds its own kind would go on for ever; none of ours is this deep.
    private static final int MAX_DEPTH = 8;
    private static final int UUID_BYTES = 16;
    private static final long MICROS = 1_000_000;

    private final ObjectMapper mapper;

    private RecordSchema(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The schema, and how a record is written by it. */
    record Described(MessageType schema, List<Field> fields) {
    }

    /** A column as the file describes it, with how its values are written. */
    private record Column(Type type, Shape shape) {
    }

    /**
     * Describes a record type.
     *
     * @param mapper writes what is kept as JSON
     */
    static Described of(Class<?> type, ObjectMapper mapper) {
        List<Type> types = new ArrayList<>();
        List<Field> fields = new RecordSchema(mapper).fields(type, types, 0);
        return new Described(new MessageType(type.getSimpleName(), types), fields);
    }

    private List<Field> fields(Class<?> type, List<Type> types, int depth) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = nameOf(component);
            Column column = column(component.getGenericType(), name,
                    component.getType().isPrimitive() ? Repetition.REQUIRED : Repetition.OPTIONAL, depth);
            types.add(column.type());
            fields.add(new Field(name, component.getAccessor(), column.shape()));
        }
        return List.copyOf(fields);
    }

    /** The name of a member, as JSON has it. */
    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private Column column(java.lang.reflect.Type of, String name, Repetition repetition, int depth) {
        Class<?> type = raw(of);
        if (Collection.class.isAssignableFrom(type) && of instanceof ParameterizedType several) {
            Column element = column(several.getActualTypeArguments()[0], Shape.Several.ELEMENT, Repetition.OPTIONAL,
                    depth + 1);
            GroupType list = Types.buildGroup(repetition).as(LogicalTypeAnnotation.listType())
                    .addField(new GroupType(Repetition.REPEATED, Shape.Several.LIST, element.type())).named(name);
            return new Column(list, new Shape.Several(element.shape()));
        }
        if (type.isRecord() && !isScalar(type) && depth < MAX_DEPTH) {
            List<Type> types = new ArrayList<>();
            List<Field> fields = fields(type, types, depth + 1);
            return new Column(new GroupType(repetition, name, types), new Shape.Group(fields));
        }
        return single(type, name, repetition);
    }

    private Column single(Class<?> type, String name, Repetition repetition) {
        if (type == int.class || type == Integer.class) {
            return of(PrimitiveTypeName.INT32, null, name, repetition, (out, value) -> out.addInteger((Integer) value));
        }
        if (type == long.class || type == Long.class) {
            return of(PrimitiveTypeName.INT64, null, name, repetition, (out, value) -> out.addLong((Long) value));
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return of(PrimitiveTypeName.DOUBLE, null, name, repetition,
                    (out, value) -> out.addDouble(((Number) value).doubleValue()));
        }
        if (type == boolean.class || type == Boolean.class) {
            return of(PrimitiveTypeName.BOOLEAN, null, name, repetition,
                    (out, value) -> out.addBoolean((Boolean) value));
        }
        if (type == LocalDate.class) {
            return of(PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType(), name, repetition,
                    (out, value) -> out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay())));
        }
        if (type == Instant.class) {
            return of(PrimitiveTypeName.INT64, LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS), name,
                    repetition, (out, value) -> out.addLong(micros((Instant) value)));
        }
        if (type == UUID.class) {
            return new Column(
                    Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition).length(UUID_BYTES)
                            .as(LogicalTypeAnnotation.uuidType()).named(name),
                    (out, value) -> out.addBinary(Binary.fromConstantByteArray(bytes((UUID) value))));
        }
        boolean isJson = Map.class.isAssignableFrom(type) || JsonNode.class.isAssignableFrom(type)
                || type.isRecord() && !isScalar(type);
        return of(PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType(), name, repetition,
                (out, value) -> out.addBinary(Binary.fromString(isJson ? json(value) : text(value))));
    }

    private static Column of(PrimitiveTypeName primitive, LogicalTypeAnnotation logical, String name,
            Repetition repetition, Shape shape) {
        return new Column(Types.primitive(primitive, repetition).as(logical).named(name), shape);
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / 1_000);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array();
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value cannot be written as JSON", e);
        }
    }

    private static Class<?> raw(java.lang.reflect.Type of) {
        if (of instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return of instanceof Class<?> plain ? plain : Object.class;
    }

    private static boolean isScalar(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
