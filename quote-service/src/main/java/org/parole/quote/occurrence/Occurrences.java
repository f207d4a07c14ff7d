package org.parole.quote.occurrence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** Finds the quote whose occurrence another one is, and keeps how many occurrences there are. */
@ApplicationScoped
public class Occurrences {

    /** So many candidates are compared at the most; the sketch has let only near ones through. */
    private static final int MOST_CANDIDATES = 100;

    /** A formula that is repeated later than this is another statement. */
    private static final Duration WINDOW = Duration.ofDays(14);

    private final Session session;

    Occurrences(Session session) {
        this.session = session;
    }

    /** The group of the most similar quote by the same speaker in another document. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> groupOf(UUID quoteId, UUID speakerId, UUID documentId, String content,
            String language, Instant saidAt) {
        var wording = Wording.of(content);
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("select occurrence_of, content, language from quote"
                    + " where is_current and not retracted and speaker_id in"
            // those who were merged into the speaker are the speaker
                    + " (select s.id from speaker s where s.canonical_id = ? and s.is_current) and document_id <> ? and id <> ?"
                    + " and sort_at between ? and ?"
                    + " and (content_hash = ? or sketch && ?::int[]) order by content_hash = ? desc, id limit "
                    + MOST_CANDIDATES)) {
                select.setObject(1, speakerId);
                select.setObject(2, documentId);
                select.setObject(3, quoteId);
                select.setObject(4, saidAt.minus(WINDOW).atOffset(ZoneOffset.UTC));
                select.setObject(5, saidAt.plus(WINDOW).atOffset(ZoneOffset.UTC));
                select.setLong(6, wording.hash());
                select.setArray(7, connection.createArrayOf("int4", IntStream.of(wording.sketch()).boxed().toArray()));
                select.setLong(8, wording.hash());
                UUID best = null;
                var bestSimilarity = 0.0;
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        var similarity = Similarity.of(wording, Wording.of(row.getString(2)));
                        if (similarity > bestSimilarity
                                && Meaning.agrees(content, language, row.getString(2), row.getString(3))) {
                            bestSimilarity = similarity;
                            best = row.getObject(1, UUID.class);
                        }
                    }
                }
                return Optional.ofNullable(best);
            }
        });
    }

    /** Counts a group again after one of its quotes has changed. Groups of one have no row. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(UUID group, Instant recordedAt) {
        session.doWork(connection -> {
            try (var select = connection.prepareStatement("select count(*), count(distinct root_key) from quote"
                    + " where occurrence_of = ? and is_current and not retracted")) {
                select.setObject(1, group);
                try (var row = select.executeQuery()) {
                    row.next();
                    keep(connection, group, Math.max(1, row.getInt(1)), Math.max(1, row.getInt(2)), recordedAt);
                }
            }
        });
    }

    private static void keep(Connection connection, UUID group, int occurrences, int independent, Instant recordedAt)
            throws SQLException {
        var at = recordedAt.atOffset(ZoneOffset.UTC);
        try (var insert = connection.prepareStatement("insert into occurrence_count"
                + " (id, revision, recorded_from, occurrences, independent)"
                + " select ?, coalesce(max(revision), 0) + 1, ?, ?, ? from occurrence_count where id = ?");
                var end = connection.prepareStatement("update occurrence_count set recorded_to = ?"
                        + " where id = ? and is_current and recorded_from < ?");
                var again = connection.prepareStatement("update occurrence_count set occurrences = ?, independent = ?"
                        + " where id = ? and is_current");
                var select = connection.prepareStatement("select occurrences, independent, recorded_from"
                        + " from occurrence_count where id = ? and is_current")) {
            select.setObject(1, group);
            try (var known = select.executeQuery()) {
                var isKnown = known.next();
                if (isKnown
                        ? known.getInt(1) == occurrences && known.getInt(2) == independent
                        : occurrences == 1) {
                    return;
                }
                end.setObject(1, at);
                end.setObject(2, group);
                end.setObject(3, at);
                if (isKnown && end.executeUpdate() == 0) {
                    // Counted before in this very transaction: nobody has seen that.
                    again.setInt(1, occurrences);
                    again.setInt(2, independent);
                    again.setObject(3, group);
                    again.executeUpdate();
                    return;
                }
            }
            insert.setObject(1, group);
            insert.setObject(2, at);
            insert.setInt(3, occurrences);
            insert.setInt(4, independent);
            insert.setObject(5, group);
            insert.executeUpdate();
        }
    }
}
