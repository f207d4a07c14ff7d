package org.parole.tally.commitment;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.parole.kit.time.DatePrecision;
import org.parole.tally.count.CategoryKind;
import org.parole.tally.slug.Slugged;

/** One revision of a commitment. */
@Entity
public class Commitment extends Slugged {

    /** Null where it stems from none. */
    public String agreement;

    /** The exchange that it is one direction of, or null. */
    public String exchange;

    @Column(name = "releasing_party")
    public String releasingParty;

    @Column(name = "receiving_party")
    public String receivingParty;

    public String category;

    /** JSON of a {@link QuantityBody}; null where nobody has promised a number. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String quantity;

    @Column(name = "due_on")
    public LocalDate dueFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "due_precision")
    public DatePrecision duePrecision;

    public String condition;

    public String supersedes;

    public String scope;

    /** All of them are let go at one time: its one batch is its total. */
    @Column(name = "single_release")
    public boolean singleRelease;

    @Enumerated(EnumType.STRING)
    @Column(name = "category_kind")
    public CategoryKind categoryKind;
}
