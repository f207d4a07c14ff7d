package org.parole.quote.quote;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.postgresql.PGStatement;

/** A statement being put together: never anything but our own text, with the values apart. */
final class Sql {

    private static final Map<Class<?>, String> TYPES = Map.of(String[].class, "text", UUID[].class, "uuid",
            Integer[].class, "int4", Float[].class, "float4");

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Sql add(String part, Object... itsValues) {
        text.append(part);
        values.addAll(List.of(itsValues));
        return this;
    }

    /** The values of question marks that were added before. */
    Sql values(List<?> itsValues) {
        values.addAll(itsValues);
        return this;
    }

    /** Nothing where the value is null. */
    Sql addIf(Object value, String part) {
        return value == null ? this : add(part, value);
    }

    /** The condition that a row of the table counts at a record time, or now for null. */
    Sql counts(String alias, Instant asOf) {
        return asOf == null
                ? add(alias + ".is_current")
                : add(alias + ".recorded_from <= ? and " + alias + ".recorded_to > ?", asOf, asOf);
    }

    /**
     * Planned for the very values each time: how many rows a word or a speaker has decides which index is the right one, so
     * that a plan for all of them would be wrong for many.
     */
    PreparedStatement prepareOnce(Connection connection) throws SQLException {
        var statement = prepare(connection);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }

    /** Stays prepared where it is used often. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(text.toString());
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Object[] array) {
                statement.setArray(i + 1, connection.createArrayOf(TYPES.get(array.getClass()), array));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    /** The same statement with something in front, such as EXPLAIN. */
    Sql after(String words) {
        text.insert(0, words);
        return this;
    }
}
