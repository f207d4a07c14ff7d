package org.parole.quote.occurrence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps which quotes are alike in words but not one statement, with their record times. */
@ApplicationScoped
public class NearQuotes {

    private static final TypeReference<List<Deviation>> DIFFERENCES = new TypeReference<>() {
    };

    private final Session session;
    private final ObjectMapper mapper;

    NearQuotes(Session session, ObjectMapper mapper) {
        this.session = session;
        this.mapper = mapper;
    }

    /**
     * Keeps what is near a quote, seen from both ends.
     *
     * @param near what is near it now, nothing for one that is retracted
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(UUID quoteId, Map<UUID, List<Deviation>> near, Instant recordedAt) {
        session.doWork(connection -> {
            Map<UUID, String> wanted = new LinkedHashMap<>();
            near.forEach((other, differences) -> wanted.put(other, json(differences)));
            for (Map.Entry<UUID, String> known : known(connection, quoteId).entrySet()) {
                if (!known.getValue().equals(wanted.get(known.getKey()))) {
                    end(connection, quoteId, known.getKey(), recordedAt);
                    end(connection, known.getKey(), quoteId, recordedAt);
                } else {
                    wanted.remove(known.getKey());
                }
            }
            for (UUID other : wanted.keySet()) {
                begin(connection, quoteId, other, wanted.get(other), recordedAt);
                begin(connection, other, quoteId, json(near.get(other).stream().map(Deviation::reversed).toList()),
                        recordedAt);
            }
        });
    }

    /** Ends the pairs of a quote with those of a group that it joins by an editor's word. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID quoteId, UUID group, Instant recordedAt) {
        session.doWork(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select n.other from near_quote n join quote q on q.id = n.other"
                            + " and q.is_current and q.occurrence_of = ? where n.id = ? and n.is_current")) {
                select.setObject(1, group);
                select.setObject(2, quoteId);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        UUID other = row.getObject(1, UUID.class);
                        end(connection, quoteId, other, recordedAt);
                        end(connection, other, quoteId, recordedAt);
                    }
                }
            }
        });
    }

    private Map<UUID, String> known(Connection connection, UUID quoteId) throws SQLException {
        Map<UUID, String> known = new LinkedHashMap<>();
        try (PreparedStatement select = connection
                .prepareStatement("select other, difference from near_quote where id = ? and is_current")) {
            select.setObject(1, quoteId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(row.getObject(1, UUID.class), json(read(row.getString(2))));
                }
            }
        }
        return known;
    }

    private static void end(Connection connection, UUID from, UUID to, Instant recordedAt) throws SQLException {
        // What began in this very transaction nobody has seen.
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from near_quote where id = ? and other = ? and is_current and recorded_from = ?");
                PreparedStatement end = connection.prepareStatement(
                        "update near_quote set recorded_to = ? where id = ? and other = ? and is_current")) {
            delete.setObject(1, from);
            delete.setObject(2, to);
            delete.setObject(3, recordedAt.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
            end.setObject(1, recordedAt.atOffset(ZoneOffset.UTC));
            end.setObject(2, from);
            end.setObject(3, to);
            end.executeUpdate();
        }
    }

    private static void begin(Connection connection, UUID from, UUID to, String difference, Instant recordedAt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into near_quote"
                + " (id, other, revision, recorded_from, difference) select ?, ?, coalesce(max(revision), 0) + 1, ?, ?::jsonb"
                + " from near_quote where id = ? and other = ?")) {
            insert.setObject(1, from);
            insert.setObject(2, to);
            insert.setObject(3, recordedAt.atOffset(ZoneOffset.UTC));
            insert.setString(4, difference);
            insert.setObject(5, from);
            insert.setObject(6, to);
            insert.executeUpdate();
        }
    }

    private String json(List<Deviation> differences) {
        try {
            return mapper.writeValueAsString(differences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A difference cannot be written as JSON", e);
        }
    }

    private List<Deviation> read(String json) {
        try {
            return mapper.readValue(json, DIFFERENCES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A difference cannot be read", e);
        }
    }
}
