package org.parole.quote.relation;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.parole.kit.record.Revisioned;

/** One revision of a relation between two quotes. */
@Entity
public class Relation extends Revisioned {

    @Column(name = "from_quote")
    public UUID fromQuote;

    @Enumerated(EnumType.STRING)
    public RelationType type;

    @Column(name = "to_quote")
    public UUID toQuote;

    public String note;

    /** Why it may go against the order of time. */
    @Column(name = "forced_reason")
    public String forcedReason;
}
