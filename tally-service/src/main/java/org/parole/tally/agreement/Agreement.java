package org.parole.tally.agreement;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.tally.slug.Slugged;

/** One revision of an agreement. */
@Entity
public class Agreement extends Slugged {

    public String title;

    @Column(name = "signed_on")
    public LocalDate signedFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "signed_precision")
    public DatePrecision signedPrecision;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> signatories;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "bound_parties")
    public List<String> boundParties;

    public String place;

    public String url;

    public String note;

    /** When it was signed; null where nobody has put a day to it. */
    public PartialDate signedOn() {
        return PartialDate.of(signedFrom, signedPrecision);
    }

    /** Whether a day is before the agreement: never where nobody knows when it was signed. */
    public boolean isAfter(LocalDate day) {
        return signedFrom != null && day.isBefore(signedFrom);
    }
}
