package org.parole.quote.document;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.parole.kit.database.CopyRows;

/** Writes the first revisions of many documents at once; their texts are written before. */
public final class DocumentCopy {

    private static final String COLUMNS = "id, revision, recorded_from, recorded_by, revision_type, reason, retracted, url,"
            + " url_key, merged_into, citation, title, outlet_id, published_at, published_whole_day, published_offset, language,"
            + " text_revision, import_id";

    private DocumentCopy() {
    }

    /** Writes them in the connection's transaction; the feed is the caller's affair. */
    public static void write(Connection connection, List<Document> documents) throws SQLException {
        var rows = new CopyRows("document", COLUMNS);
        for (Document document : documents) {
            rows.add(document.id).add(document.revision).add(document.recordedFrom).add(document.recordedBy)
                    .add(document.revisionType).add(document.reason).add(document.retracted).add(document.url)
                    .add(document.urlKey).add(document.mergedInto).add(document.citation).add(document.title)
                    .add(document.outletId).add(document.publishedAt).add(document.publishedWholeDay)
                    .add(document.publishedOffset).add(document.language).add(document.textRevision)
                    .add(document.importId);
            rows.end();
        }
        rows.write(connection);
    }
}
