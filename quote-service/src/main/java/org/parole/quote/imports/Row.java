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
 * @param document null where it is the document of another row
 * @param partOf the key of the row that has the document; null where this one has it
 * @param dataset of which its records are; null where they are of the one that the import names
 * @param licence of that data set, or null
 */
record Row(String key, DocumentDraft document, List<QuoteDraft> quotes, String partOf, String dataset,
        String licence) {

    /** A row of the data set that the import names. */
    Row(String key, DocumentDraft document, List<QuoteDraft> quotes, String partOf) {
        this(key, document, quotes, partOf, null, null);
    }

    Row(String key, DocumentDraft document, List<QuoteDraft> quotes) {
        this(key, document, quotes, null);
    }

    /**
     * The document.
     *
     * @param publishedAt null where it must be recorded already
     * @param passages of its text, where the line has some
     * @param text     all of it, where the line has that
     */
    record DocumentDraft(String url, String title, OutletBody outlet, PublicationTime publishedAt, String language,
            List<String> passages, String citation, String text) {

        DocumentDraft(String url, String title, OutletBody outlet, PublicationTime publishedAt, String language,
                List<String> passages, String citation) {
            this(url, title, outlet, publishedAt, language, passages, citation, null);
        }

        DocumentDraft publishedAt(PublicationTime time) {
            return new DocumentDraft(url, title, outlet, time, language, passages, citation, text);
        }
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

        QuoteDraft withAnchors(List<AnchorBody> others) {
            return new QuoteDraft(pointer, speaker, candidates, role, cue, content, kind, saidOn, channel,
                    reportingChain,
                    language, original, about, others);
        }
    }

    /** Who may have said it, by name. */
    record Candidate(String name, BigDecimal confidence) {
    }
}
