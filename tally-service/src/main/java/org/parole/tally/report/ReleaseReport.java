package org.parole.tally.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.parole.kit.record.Revisioned;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.count.Basis;
import org.parole.tally.count.CategoryKind;
import org.parole.tally.count.QuantityComparator;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;

/** One revision of a release report. */
@Entity
@Table(name = "release_report")
public class ReleaseReport extends Revisioned {

    /** Null where it is about an exchange as a whole, or about a release that belongs to no commitment. */
    public String commitment;

    /** The exchange whose directions it counts together, or null. */
    public String exchange;

    /** Who released, of a release that belongs to no commitment; else null. */
    @Column(name = "releasing_party")
    public String releasingParty;

    /** Whose people they were, of a release that belongs to no commitment, where the source says; else null. */
    @Column(name = "receiving_party")
    public String receivingParty;

    /** Of the commitment or the exchange, kept here for lists; null where it stems from none. */
    public String agreement;

    public String claimant;

    @Column(name = "claimant_key")
    public String claimantKey;

    @Column(name = "speaker_id")
    public UUID speakerId;

    @Column(name = "speaks_for")
    public String speaksFor;

    @Column(name = "spoke_for")
    public String spokeFor;

    @Enumerated(EnumType.STRING)
    @Column(name = "source_kind")
    public SourceKind sourceKind;

    @Enumerated(EnumType.STRING)
    public Stage stage;

    @Enumerated(EnumType.STRING)
    public Basis basis;

    /** Null, as the rest of the quantity, where the source gives no number. */
    @Enumerated(EnumType.STRING)
    public QuantityComparator comparator;

    @Column(name = "quantity_min")
    public Integer quantityMin;

    @Column(name = "quantity_max")
    public Integer quantityMax;

    @Column(name = "quantity_wording")
    public String wording;

    @Column(name = "quantity_approximate")
    public boolean approximate;

    @Column(name = "out_of")
    public Integer outOf;

    /** The source says that the parts it gives are all of their whole. */
    @Column(name = "parts_complete")
    public boolean partsComplete;

    public Integer ordinal;

    @Column(name = "event_on")
    public LocalDate eventFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "event_precision")
    public DatePrecision eventPrecision;

    @Column(name = "event_since")
    public LocalDate eventSince;

    @Column(name = "category_detail")
    public String categoryDetail;

    public String place;

    public String scope;

    /** The lists that it counts together, with "own" for the commitment's own; null where scope says it. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> scopes;

    @Enumerated(EnumType.STRING)
    @Column(name = "category_kind")
    public CategoryKind categoryKind;

    @Column(name = "published_at")
    public Instant publishedAt;

    @Column(name = "published_whole_day")
    public boolean publishedWholeDay;

    public String outlet;

    /** JSON of a list of {@link ReportingLink}. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "reporting_chain")
    public String reportingChain;

    /** The first link of the chain, or the outlet, or the claimant. */
    public String root;

    /** What the client says about {@link #ownWords}, or null. */
    @Column(name = "stated_own_words")
    public Boolean statedOwnWords;

    /** The figure stands in the claimant's own words. */
    @Column(name = "own_words")
    public boolean ownWords;

    /** JSON of an {@link Evidence}, or null. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String evidence;

    @Enumerated(EnumType.STRING)
    public Reliability reliability;

    public Integer credibility;

    public String note;

    /** A running total lower than the line's last one, without a reason. */
    @Column(name = "decrease_flagged")
    public boolean decreaseFlagged;

    @Column(name = "decrease_reason")
    public String decreaseReason;

    /** Why it is in dispute, where it is. */
    public String dispute;

    /** The release that an editor has put the batch in. */
    public String release;

    /** Which telling of the release the batch is a part of. */
    public String telling;

    /** What the last check of the quote behind it found. */
    @Enumerated(EnumType.STRING)
    @Column(name = "evidence_check")
    public EvidenceCheck evidenceCheck;

    /** The kind of that quote, where it was found. */
    @Enumerated(EnumType.STRING)
    @Column(name = "checked_kind")
    public QuoteKind checkedKind;

    /** The data set that it was imported with, or null. */
    @Formula("(select v.dataset from dataset_record v where v.record_id = id)")
    public String dataset;

    /** Of that data set, or null where none was named. */
    @Formula("(select v.licence from dataset_record v where v.record_id = id)")
    public String licence;

    /** The organ that it spoke for here, or null. */
    String organ() {
        return spokeFor != null ? spokeFor : speaksFor;
    }

    /** Whether both give the same number in the same words. */
    boolean hasSameFigure(ReleaseReport other) {
        return comparator == other.comparator && Objects.equals(quantityMin, other.quantityMin)
                && Objects.equals(quantityMax, other.quantityMax) && Objects.equals(wording, other.wording);
    }

    PartialDate eventOn() {
        return PartialDate.of(eventFrom, eventPrecision);
    }

    PublicationTime published() {
        return new PublicationTime(publishedAt, publishedWholeDay);
    }
}
