package org.parole.kit.record;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** A change that is about to be put into the feed, which gives it its place. */
record FeedEntry(ChangeKind kind, String recordType, String recordId, int revision) {

    /** Puts these into the feed, in their order and in one statement. */
    static void insertAll(Connection connection, List<FeedEntry> entries, Instant recordedAt, String recordedBy)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into change"
                + " (kind, record_type, record_id, revision, recorded_at, recorded_by)"
                + " select kind, record_type, record_id, revision, ?, ? from unnest(?, ?, ?, ?) with ordinality"
                + " as entry (kind, record_type, record_id, revision, place) order by place")) {
            insert.setObject(1, recordedAt.atOffset(ZoneOffset.UTC));
            insert.setString(2, recordedBy);
            insert.setArray(3, texts(connection, entries, entry -> entry.kind().name()));
            insert.setArray(4, texts(connection, entries, FeedEntry::recordType));
            insert.setArray(5, texts(connection, entries, FeedEntry::recordId));
            insert.setArray(6, connection.createArrayOf("int4",
                    entries.stream().map(FeedEntry::revision).toArray(Integer[]::new)));
            insert.executeUpdate();
        }
    }

    private static Array texts(Connection connection, List<FeedEntry> entries, Function<FeedEntry, String> text)
            throws SQLException {
        return connection.createArrayOf("text", entries.stream().map(text).toArray(String[]::new));
    }
}
