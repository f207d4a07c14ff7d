package org.parole.quote.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import org.parole.kit.database.CopyRows;

/** Writes the first revisions of many quotes at once. */
public final class QuoteCopy {

    private static final String COLUMNS = "id, revision, recorded_from, recorded_by, revision_type, reason, retracted,"
            + " document_id, outlet_id, published_at, speaker_id, speaker_candidates, role, cue, content, content_search, kind,"
            + " said_from, said_precision, channel, reporting_chain, language, original, about_parties, about_agreements,"
            + " about_exchanges, about_topics, anchors, anchor_checks, verification, verification_detail, words, words_found,"
            + " verified_at, verified_sha256, verified_text_kind, sort_at, tags, root_key, content_hash, sketch,"
            + " occurrence_of, occurrence_fixed, import_id";

    private QuoteCopy() {
    }

    /** Writes them in the connection's transaction; the feed and the counts of occurrences are the caller's affair. */
    public static void write(Connection connection, List<Quote> quotes) throws SQLException {
        var rows = new CopyRows("quote", COLUMNS);
        for (Quote quote : quotes) {
            rows.add(quote.id).add(quote.revision).add(quote.recordedFrom).add(quote.recordedBy).add(quote.revisionType)
                    .add(quote.reason).add(quote.retracted).add(quote.documentId).add(quote.outletId)
                    .add(quote.publishedAt).add(quote.speakerId).add(quote.speakerCandidates).add(quote.role)
                    .add(quote.cue).add(quote.content).add(quote.contentSearch).add(quote.kind).add(quote.saidFrom)
                    .add(quote.saidPrecision).add(quote.channel).add(quote.reportingChain).add(quote.language)
                    .add(quote.original).array(quote.aboutParties).array(quote.aboutAgreements)
                    .array(quote.aboutExchanges).array(quote.aboutTopics).add(quote.anchors).add(quote.anchorChecks)
                    .add(quote.verification).add(quote.verificationDetail).add(quote.words).add(quote.wordsFound)
                    .add(quote.verifiedAt).add(quote.verifiedSha256).add(quote.verifiedTextKind).add(quote.sortAt)
                    .array(quote.tags).add(quote.rootKey).add(quote.contentHash)
                    .array(IntStream.of(quote.sketch).boxed().toList()).add(quote.occurrenceOf)
                    .add(quote.occurrenceFixed).add(quote.importId);
            rows.end();
        }
        rows.write(connection);
    }
}
