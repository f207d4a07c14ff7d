package org.parole.quote.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.parole.kit.record.RevisionType;
import org.parole.kit.record.Revisioned;
import org.parole.kit.time.DatePrecision;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.anchor.WordsStatus;
import org.parole.quote.document.TextKind;
import org.parole.quote.occurrence.Deviation;

/** One revision of a quote. */
@Entity
public class Quote extends Revisioned {

    @Column(name = "document_id")
    public UUID documentId;

    /** Of the document, kept here for lists. */
    @Column(name = "outlet_id")
    public UUID outletId;

    /** Of the document, kept here for lists. */
    @Column(name = "published_at")
    public Instant publishedAt;

    /** Null where it is unknown who said it. */
    @Column(name = "speaker_id")
    public UUID speakerId;

    /** JSON of a list of {@link SpeakerCandidateBody} where the speaker is unknown, else null. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "speaker_candidates")
    public String speakerCandidates;

    public String role;

    public String cue;

    public String content;

    /** The content as the index holds it; null where the content itself will do. */
    @Column(name = "content_search")
    public String contentSearch;

    @Enumerated(EnumType.STRING)
    public QuoteKind kind;

    @Column(name = "said_from")
    public LocalDate saidFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "said_precision")
    public DatePrecision saidPrecision;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    /** JSON of a list of {@link ReportingLink}. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "reporting_chain")
    public String reportingChain;

    public String language;

    /** JSON of an {@link Original}, or null. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String original;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "about_parties")
    public List<String> aboutParties;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "about_agreements")
    public List<String> aboutAgreements;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "about_exchanges")
    public List<String> aboutExchanges;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "about_topics")
    public List<String> aboutTopics;

    /** JSON of a list of {@link AnchorBody}: as the client gave them. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String anchors;

    /** JSON of a list of {@link AnchorView}: as they were found. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "anchor_checks")
    public String anchorChecks;

    @Enumerated(EnumType.STRING)
    public AnchorStatus verification;

    @Column(name = "verification_detail")
    public String verificationDetail;

    /** How the words relate to the passage; null on revisions that were checked before this was told apart. */
    @Enumerated(EnumType.STRING)
    public WordsStatus words;

    /** JSON of a {@link WordsFound}, or null. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "words_found")
    public String wordsFound;

    @Column(name = "verified_at")
    public Instant verifiedAt;

    @Column(name = "verified_sha256")
    public String verifiedSha256;

    @Enumerated(EnumType.STRING)
    @Column(name = "verified_text_kind")
    public TextKind verifiedTextKind;

    /** When it was said, or published where that is unknown. */
    @Column(name = "sort_at")
    public Instant sortAt;

    /** What is filtered by equality: see {@link Tags}. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> tags;

    /** The first link of the reporting chain, or the outlet, as it is compared. */
    @Column(name = "root_key")
    public String rootKey;

    @Column(name = "content_hash")
    public long contentHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public int[] sketch;

    /** The quote whose occurrence in another document this is; itself when it is the first or the only one. */
    @Column(name = "occurrence_of")
    public UUID occurrenceOf;

    /** An editor has put it where it is. */
    @Column(name = "occurrence_fixed")
    public boolean occurrenceFixed;

    /** The import that first recorded it, or null. */
    @Column(name = "import_id")
    public UUID importId;

    /** What was found to be near it, to be kept once it is written; null where that was not looked for. */
    @Transient
    Map<UUID, List<Deviation>> near;

    @Override
    public void begin(UUID newId, Instant at, String by) {
        super.begin(newId, at, by);
        verifiedAt = at;
    }

    @Override
    public void follow(Revisioned previous, RevisionType type, String why, Instant at, String by) {
        super.follow(previous, type, why, at, by);
        verifiedAt = at;
    }
}
