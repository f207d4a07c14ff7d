package org.parole.quote.occurrence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.database.CopyRows;

/** Finds the quote whose occurrence another one is and those that are only near, and keeps how many occurrences there are. */
@ApplicationScoped
public class Occurrences {

    /** So many candidates are compared at the most; the sketch has let only near ones through. */
    private static final int MOST_CANDIDATES = 100;
    /** How many keys {@link #keysOf} gives at the most. */
    public static final int MOST_KEYS = 1 + Wording.SKETCH;
    /** So many near quotes are kept of one; those said nearest to it in time come first. */
    private static final int MOST_NEAR = 20;

    /** What a quote is alike of which nothing can be said. */
    public static final Alike NOTHING = new Alike(Optional.empty(), Map.of());

    /** Those that share words with a quote, by its speaker and those merged into it, with the first of their group. */
    private static final String CANDIDATES = "select q.id, q.content, q.language, q.kind, q.sort_at, f.id, f.content, f.language,"
            + " f.kind, f.sort_at, not exists (select from quote m where m.occurrence_of = q.occurrence_of and m.is_current"
            + " and not m.retracted and m.id <> ? and not m.sort_at between ? and ?)"
            + " from (select id, occurrence_of, content, language, kind, sort_at from quote"
            + " where is_current and not retracted and speaker_id in"
            + " (select s.id from speaker s where s.canonical_id = ? and s.is_current) and document_id <> ? and id <> ?"
            + " and (content_hash = ? or sketch && ?::int[])"
            + " order by abs(extract(epoch from sort_at - ?::timestamptz)), id limit " + MOST_CANDIDATES + ") q"
            + " join quote f on f.id = q.occurrence_of and f.is_current";

    /** The same for many quotes at a time; n is the one that is looked at. */
    private static final String CANDIDATES_OF_MANY = "select q.id, q.content, q.language, q.kind, q.sort_at, f.id, f.content,"
            + " f.language, f.kind, f.sort_at, not exists (select from quote m where m.occurrence_of = q.occurrence_of"
            + " and m.is_current and not m.retracted and m.id <> n.id"
            + " and not m.sort_at between n.at - interval '" + Meaning.WINDOW.toDays() + " days' and n.at + interval '"
            + Meaning.WINDOW.toDays() + " days'), n.id"
            + " from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int8[], ?::text[], ?::timestamptz[])"
            + " n (id, speaker_id, document_id, hash, sketch, at)"
            + " cross join lateral (select id, occurrence_of, content, language, kind, sort_at from quote"
            + " where is_current and not retracted and speaker_id in"
            + " (select s.id from speaker s where s.canonical_id = n.speaker_id and s.is_current)"
            + " and document_id <> n.document_id and id <> n.id"
            + " and (content_hash = n.hash or sketch && n.sketch::int[])"
            + " order by abs(extract(epoch from sort_at - n.at)), id limit " + MOST_CANDIDATES + ") q"
            + " join quote f on f.id = q.occurrence_of and f.is_current"
            + " order by n.id, abs(extract(epoch from q.sort_at - n.at)), q.id";

    private final Session session;

    Occurrences(Session session) {
        this.session = session;
    }

    /**
     * What is on record that a quote is alike.
     *
     * @param group the quote whose occurrence it is, if any
     * @param near  the quotes that are alike in words but not one statement with it, with what differs
     */
    public record Alike(Optional<UUID> group, Map<UUID, List<Deviation>> near) {
    }

    /**
     * A quote that shares words with the one that is looked at.
     *
     * @param isOfItsTime whether all occurrences of its statement were said within the window around the one looked at
     */
    record Candidate(UUID id, Said said, UUID group, Said first, boolean isOfItsTime) {
    }

    /**
     * The keys of a speaker's words, for {@link org.parole.kit.record.Ledger#beside}: two quotes that may be alike have one in
     * common. Without the speaker, everybody who uses a stock phrase would wait for everybody else.
     *
     * @param speaker the id that the speaker stands under now, or the one that was named until that is read
     */
    public static List<String> keysOf(UUID speaker, String content) {
        Wording wording = Wording.of(content);
        return Stream.concat(Stream.of("wording:" + speaker + ':' + wording.hash()),
                IntStream.of(wording.sketch()).mapToObj(shingle -> "words:" + speaker + ':' + shingle)).toList();
    }

    /** The key of a group, for those that join it or change what it counts. */
    public static String keyOf(UUID group) {
        return "statement:" + group;
    }

    /** The group of the most similar quote by the same speaker in another document, and what is near. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Alike alike(UUID quoteId, UUID speakerId, UUID documentId, Said said) {
        var wording = Wording.of(said.content());
        return judge(said, wording, candidates(quoteId, speakerId, documentId, wording, said.at()));
    }

    private static Alike judge(Said said, Wording wording, List<Candidate> candidates) {
        var meaning = Meaning.of(said);
        UUID best = null;
        double bestSimilarity = 0.0;
        Map<UUID, List<Deviation>> near = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            double similarity = Similarity.of(wording, Wording.of(candidate.said.content()));
            if (similarity == 0 || near.size() == MOST_NEAR && similarity <= bestSimilarity) {
                // Whatever its meaning is, it would not be kept.
                continue;
            }
            List<Deviation> differences = meaning.differencesFrom(Meaning.of(candidate.said));
            if (differences.isEmpty() && !candidate.id.equals(candidate.group)) {
                // What agrees with one of a group agrees with its first, whose statement the group stands for.
                differences = meaning.differencesFrom(Meaning.of(candidate.first));
            }
            if (differences.isEmpty() && !candidate.isOfItsTime) {
                // A chain of repetitions, each soon after the last, is not one statement.
                differences = List.of(Meaning.inTime(said, candidate.first));
            }
            if (!differences.isEmpty()) {
                if (near.size() < MOST_NEAR) {
                    near.put(candidate.id, differences);
                }
            } else if (similarity > bestSimilarity) {
                bestSimilarity = similarity;
                best = candidate.group;
            }
        }
        return new Alike(Optional.ofNullable(best), near);
    }

    /**
     * What each of many quotes is alike that are about to be written one after the other, as if each had been written before
     * the next: in their order.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Alike> alikeInTurn(List<Newcomer> newcomers) {
        Map<UUID, List<Candidate>> recorded = newcomers.isEmpty()
                ? Map.<UUID, List<Candidate>>of()
                : recordedCandidates(newcomers);
        var met = new Newcomers(this::isOfItsTime);
        List<Alike> found = new ArrayList<>();
        for (Newcomer newcomer : newcomers) {
            List<Candidate> candidates = met.candidates(newcomer, recorded.getOrDefault(newcomer.id(), List.of()));
            Alike alike = judge(newcomer.said(), newcomer.wording(),
                    candidates.subList(0, Math.min(candidates.size(), MOST_CANDIDATES)));
            met.add(newcomer, alike, candidates);
            found.add(alike);
        }
        return found;
    }

    /** Whether all occurrences of a recorded statement were said within the window around a moment. */
    private boolean isOfItsTime(UUID group, Instant at) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select not exists (select from quote where occurrence_of = ?"
                            + " and is_current and not retracted and not sort_at between ? and ?)")) {
                select.setObject(1, group);
                select.setObject(2, at.minus(Meaning.WINDOW).atOffset(ZoneOffset.UTC));
                select.setObject(3, at.plus(Meaning.WINDOW).atOffset(ZoneOffset.UTC));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
    }

    private Map<UUID, List<Candidate>> recordedCandidates(List<Newcomer> newcomers) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(CANDIDATES_OF_MANY)) {
                select.setArray(1, array(connection, "uuid", newcomers.stream().map(Newcomer::id)));
                select.setArray(2, array(connection, "uuid", newcomers.stream().map(Newcomer::speakerId)));
                select.setArray(3, array(connection, "uuid", newcomers.stream().map(Newcomer::documentId)));
                select.setArray(4, array(connection, "int8", newcomers.stream().map(one -> one.wording().hash())));
                select.setArray(5, array(connection, "text", newcomers.stream().map(one -> CopyRows
                        .arrayOf(IntStream.of(one.wording().sketch()).boxed().toList()))));
                select.setArray(6, array(connection, "timestamptz",
                        newcomers.stream().map(one -> one.said().at().toString())));
                Map<UUID, List<Candidate>> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(row.getObject(12, UUID.class), first -> new ArrayList<>())
                                .add(candidate(row));
                    }
                }
                return found;
            }
        });
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(row.getObject(1, UUID.class), said(row, 2), row.getObject(6, UUID.class), said(row, 7),
                row.getBoolean(11));
    }

    private List<Candidate> candidates(UUID quoteId, UUID speakerId, UUID documentId, Wording wording, Instant at) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection.prepareStatement(CANDIDATES)) {
                select.setObject(1, quoteId);
                select.setObject(2, at.minus(Meaning.WINDOW).atOffset(ZoneOffset.UTC));
                select.setObject(3, at.plus(Meaning.WINDOW).atOffset(ZoneOffset.UTC));
                select.setObject(4, speakerId);
                select.setObject(5, documentId);
                select.setObject(6, quoteId);
                select.setLong(7, wording.hash());
                select.setArray(8, connection.createArrayOf("int4", IntStream.of(wording.sketch()).boxed().toArray()));
                select.setObject(9, at.atOffset(ZoneOffset.UTC));
                List<Candidate> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(candidate(row));
                    }
                }
                return found;
            }
        });
    }

    private static Said said(ResultSet row, int column) throws SQLException {
        return new Said(row.getString(column), row.getString(column + 1), !row.getString(column + 2).equals("DIRECT"),
                row.getObject(column + 3, OffsetDateTime.class).toInstant());
    }

    /** Counts a group again after one of its quotes has changed. Groups of one have no row. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(UUID group, Instant recordedAt) {
        session.doWork(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select count(distinct document_id), count(distinct root_key) from quote"
                            + " where occurrence_of = ? and is_current and not retracted")) {
                select.setObject(1, group);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    keep(connection, group, Math.max(1, row.getInt(1)), Math.max(1, row.getInt(2)), recordedAt);
                }
            }
        });
    }

    private static void keep(Connection connection, UUID group, int occurrences, int independent, Instant recordedAt)
            throws SQLException {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement("insert into occurrence_count"
                + " (id, revision, recorded_from, occurrences, independent)"
                + " select ?, coalesce(max(revision), 0) + 1, ?, ?, ? from occurrence_count where id = ?");
                PreparedStatement end = connection.prepareStatement("update occurrence_count set recorded_to = ?"
                        + " where id = ? and is_current and recorded_from < ?");
                PreparedStatement again = connection
                        .prepareStatement("update occurrence_count set occurrences = ?, independent = ?"
                                + " where id = ? and is_current");
                PreparedStatement select = connection.prepareStatement("select occurrences, independent, recorded_from"
                        + " from occurrence_count where id = ? and is_current")) {
            select.setObject(1, group);
            try (ResultSet known = select.executeQuery()) {
                boolean isKnown = known.next();
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
