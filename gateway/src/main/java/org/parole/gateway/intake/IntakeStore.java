package org.parole.gateway.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Intakes in flight. Every step is one statement that commits by itself and says in its WHERE from which state it may be
 * taken, so that two replicas can never take two different ones. All times are the database's: replicas' clocks differ.
 */
@ApplicationScoped
class IntakeStore {

    private static final String COLUMNS = "id, state, with_tallies, caller, role, request_hash, result";
    private static final int CLAIMED_AT_ONCE = 20;

    private final DataSource database;
    private final ObjectMapper mapper;

    IntakeStore(DataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** Begins an intake; false when one with this key is there already. */
    boolean begin(Intake intake, String idempotencyKey, Duration prepareWithin) {
        return update("""
                INSERT INTO intake (id, state, with_tallies, caller, role, idempotency_key, request_hash, created_at,
                                    decide_by, next_attempt_at)
                VALUES (?, 'PREPARING', ?, ?, ?, ?, ?, now(), now() + ? * interval '1 millisecond',
                        now() + ? * interval '1 millisecond')
                ON CONFLICT (caller, idempotency_key) DO NOTHING
                """, intake.id(), intake.withTallies(), intake.caller().name(), intake.caller().role().name(),
                idempotencyKey,
                intake.requestHash(), prepareWithin.toMillis(), prepareWithin.toMillis()) == 1;
    }

    /** Gives up an intake that is not known to be written, which the caller must then abort. False when it is known meanwhile. */
    boolean giveUp(UUID id, Duration leftAlone) {
        return update("""
                UPDATE intake SET state = 'ABORTING',
                                  next_attempt_at = greatest(next_attempt_at, now() + ? * interval '1 millisecond')
                WHERE id = ? AND state IN ('PREPARING', 'ABORTING')
                """, leftAlone.toMillis(), id) == 1;
    }

    /**
     * What the services have written, and whether all of them have (COMMITTED) or only the one that decides (DECIDED). This does not wait
     * for the disk: when it is lost, the recovery learns it from the service that decided.
     */
    void written(UUID id, IntakeState state, IntakeResult result, Duration leftAlone) {
        update("""
                WITH lazy AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
                UPDATE intake SET state = ?, result = CAST(? AS jsonb),
                                  finished_at = CASE ? WHEN 'COMMITTED' THEN now() END,
                                  next_attempt_at = now() + ? * interval '1 millisecond'
                FROM lazy WHERE id = ? AND state IN ('PREPARING', 'ABORTING', 'DECIDED')
                """, state.name(), write(result), state.name(), leftAlone.toMillis(), id);
    }

    /** Its key may be used again: nothing was written under it. */
    void aborted(UUID id) {
        update("UPDATE intake SET state = 'ABORTED', finished_at = now(), idempotency_key = NULL"
                + " WHERE id = ? AND state = 'ABORTING'", id);
    }

    /**
     * Takes some of the intakes that nobody is looking after, and keeps other replicas from them for a while that gets longer
     * with every attempt.
     */
    List<Intake> claim() {
        return query("""
                UPDATE intake SET attempts = attempts + 1,
                                  next_attempt_at = now() + least(2 ^ least(attempts, 6), 60) * interval '1 second'
                WHERE id IN (SELECT id FROM intake WHERE finished_at IS NULL AND next_attempt_at <= now()
                             ORDER BY next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING\s""" + COLUMNS, CLAIMED_AT_ONCE);
    }

    Optional<Intake> find(UUID id) {
        return query("SELECT " + COLUMNS + " FROM intake WHERE id = ?", id).stream().findFirst();
    }

    Optional<Intake> find(String caller, String idempotencyKey) {
        return query("SELECT " + COLUMNS + " FROM intake WHERE caller = ? AND idempotency_key = ?", caller,
                idempotencyKey)
                .stream().findFirst();
    }

    private int update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private List<Intake> query(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<Intake> intakes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    intakes.add(read(row));
                }
            }
            return intakes;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private Intake read(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new Intake(row.getObject("id", UUID.class), IntakeState.valueOf(row.getString("state")),
                row.getBoolean("with_tallies"),
                new Caller(row.getString("caller"), Role.valueOf(row.getString("role"))),
                row.getBytes("request_hash"), result == null ? null : read(result));
    }

    private IntakeResult read(String json) {
        try {
            return mapper.readValue(json, IntakeResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored result cannot be read", e);
        }
    }

    private String write(IntakeResult result) {
        try {
            return mapper.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result cannot be written", e);
        }
    }

    /** The database did not do it, or did and could not say so. */
    static final class StoreException extends RuntimeException {
        private StoreException(SQLException cause) {
            super(cause);
        }
    }
}
