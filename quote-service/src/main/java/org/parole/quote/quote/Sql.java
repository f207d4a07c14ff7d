package org.parole.quote.quote;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
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

    /** After how many uses the driver lets the server keep a statement. */
    private static final int AT_ONCE = 1;
    private static final int NEVER = 0;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private boolean hasOnePlan;

    Sql add(String part, Object... itsValues) {
        text.append(part);
        values.addAll(List.of(itsValues));
        return this;
    }

    /** The values of question marks that were added before; null only for a text. */
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

    /** A statement within this one, with its values. */
    Sql add(Sql part) {
        text.append(part.text);
        values.addAll(part.values);
        return this;
    }

    /**
     * One plan is right for all values, because one index gives the rows in their order whatever they are: each connection keeps
     * the statement from its first use, and PostgreSQL its plan after some more.
     */
    Sql withOnePlan() {
        hasOnePlan = true;
        return this;
    }

    boolean hasOnePlan() {
        return hasOnePlan;
    }

    /**
     * The statement with its values. Unless one plan is right for all of them, it is planned each time: how many rows a word
     * has decides which index is the right one.
     */
    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        statement.unwrap(PGStatement.class).setPrepareThreshold(hasOnePlan ? AT_ONCE : NEVER);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                // With a type, because the driver prepares a statement anew for values of other types.
                statement.setNull(i + 1, Types.VARCHAR);
            } else if (value instanceof Instant instant) {
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
