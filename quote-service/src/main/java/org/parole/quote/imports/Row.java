package org.parole.quote.imports;

import java.math.BigDecimal;
import java.util.List;

import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.quote.About;
import org.parole.quote.quote.AnchorBody;
import org.parole.quote.quote.Channel;
import org.parole.quote.quote.Original;
import org.parole.quote.quote.QuoteKind;
import org.parole.quote.quote.ReportingLink;
import org.parole.quote.speaker.SpeakerBody;

/**
 * What a line of a file says: one document with its quotes.
 *
 * @param key what the same row has in every edition of the data set
 */
record Row(String key, DocumentDraft document, List<QuoteDraft> quotes) {

    /**
     * The document.
     *
     * @param passages of its text, where the line has some
     */
    record DocumentDraft(String url, String title, OutletBody outlet, PublicationTime publishedAt, String language,
            List<String> passages, String citation) {
    }

    /**
     * One quote of it.
     *
     * @param pointer    where it stands in the line
     * @param speaker    null where it is unknown who said it
     * @param candidates null where it is known
     */
    record QuoteDraft(String pointer, SpeakerBody speaker, List<Candidate> candidates, String role, String cue,
            String content, QuoteKind kind, PartialDate saidOn, Channel channel, List<ReportingLink> reportingChain,
            String language, Original original, About about, List<AnchorBody> anchors) {
    }

    /** Who may have said it, by name. */
    record Candidate(String name, BigDecimal confidence) {
    }
}
