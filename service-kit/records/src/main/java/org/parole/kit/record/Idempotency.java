package org.parole.kit.record;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Makes the retry of a POST safe, after the IETF draft "The Idempotency-Key HTTP Header Field": the same key with the same
 * request gets the first answer again, for at least seven days; with another request it is refused. The key is written in the
 * transaction of the action itself, so there is no moment at which one is kept without the other; a retry that comes while the
 * first request still runs waits for it.
 */
@ApplicationScoped
public class Idempotency {

    private static final int MAX_KEY = 255;
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final AtomicLong forgetAt = new AtomicLong(System.nanoTime());

    private final Session session;
    private final Ledger ledger;
    private final Recorder recorder;
    private final ObjectMapper mapper;

    Idempotency(Session session, Ledger ledger, Recorder recorder, ObjectMapper mapper) {
        this.session = session;
        this.ledger = ledger;
        this.recorder = recorder;
        this.mapper = mapper;
    }

    private record Answer(byte[] request, int status, String location, String body) {
    }

    /**
     * Does it once for each key and caller.
     *
     * @param key the header Idempotency-Key; null to do it in any case
     * @param operation what is done, as in "POST /quotes": the same key may serve once in each
     * @param request the body as it was understood
     * @param type the answer's type
     * @param action makes the answer, in the current transaction
     * @throws ProblemException 400 for a key that is no key, 422 for one used before with another request
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> RestResponse<T> once(String key, String operation, Object request, Class<T> type,
            Supplier<RestResponse<T>> action) {
        if (key == null) {
            return action.get();
        }
        if (key.isBlank() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > 31 && c < 127)) {
            throw ProblemException.invalidParameter("Idempotency-Key", "must be 1 to 255 printable ASCII characters");
        }
        byte[] hash = sha256(write(request));
        ledger.awaitSlot();
        if (!claim(key, operation, hash)) {
            Answer first = find(key, operation);
            if (!MessageDigest.isEqual(first.request(), hash)) {
                throw ProblemException.idempotencyKeyReused();
            }
            return replay(first, type);
        }
        RestResponse<T> answer = action.get();
        keep(key, operation, answer);
        return answer;
    }

    private boolean claim(String key, String operation, byte[] hash) {
        return session.doReturningWork(connection -> {
            forgetOldKeys(connection);
            try (PreparedStatement insert = connection.prepareStatement("insert into idempotency_key"
                    + " (caller, operation, key, request_hash) values (?, ?, ?, ?) on conflict do nothing")) {
                insert.setString(1, recorder.name());
                insert.setString(2, operation);
                insert.setString(3, key);
                insert.setBytes(4, hash);
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** Now and then, and never those that another writer is about to delete: nobody is to wait for that. */
    private void forgetOldKeys(Connection connection) throws SQLException {
        long now = System.nanoTime();
        long next = forgetAt.get();
        if (now - next < 0 || !forgetAt.compareAndSet(next, now + FORGET_EVERY.toNanos())) {
            return;
        }
        try (PreparedStatement old = connection.prepareStatement("delete from idempotency_key where ctid = any(array("
                + "select ctid from idempotency_key where created_at < now() - interval '7 days' limit 10000"
                + " for update skip locked))")) {
            old.executeUpdate();
        }
    }

    private Answer find(String key, String operation) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select request_hash, status, location, body"
                    + " from idempotency_key where caller = ? and operation = ? and key = ?")) {
                select.setString(1, recorder.name());
                select.setString(2, operation);
                select.setString(3, key);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Answer(row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4));
                }
            }
        });
    }

    private void keep(String key, String operation, RestResponse<?> answer) {
        URI location = answer.getLocation();
        String body = answer.getEntity() == null ? null : new String(write(answer.getEntity()), StandardCharsets.UTF_8);
        session.doWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update idempotency_key"
                    + " set status = ?, location = ?, body = ? where caller = ? and operation = ? and key = ?")) {
                update.setInt(1, answer.getStatus());
                update.setString(2, location == null ? null : location.toString());
                update.setString(3, body);
                update.setString(4, recorder.name());
                update.setString(5, operation);
                update.setString(6, key);
                update.executeUpdate();
            }
        });
    }

    private <T> RestResponse<T> replay(Answer first, Class<T> type) {
        try {
            T body = first.body() == null ? null : mapper.readValue(first.body(), type);
            RestResponse.ResponseBuilder<T> answer = RestResponse.ResponseBuilder.<T>create(first.status())
                    .entity(body);
            if (first.location() != null) {
                answer.location(URI.create(first.location()));
            }
            return answer.build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that was written as JSON cannot be read again", e);
        }
    }

    private byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request or answer cannot be written as JSON", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
