package org.parole.tally.exchange;

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

/** One revision of an exchange. */
@Entity
public class Exchange extends Slugged {

    public String title;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> parties;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> mediators;

    public String place;

    @Column(name = "started_on")
    public LocalDate startedFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "started_precision")
    public DatePrecision startedPrecision;

    @Column(name = "ended_on")
    public LocalDate endedFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_precision")
    public DatePrecision endedPrecision;

    public Integer ordinal;

    /** Null where it stems from none. */
    public String agreement;

    public String url;

    public String note;

    /** When it began; null where nobody knows. */
    public PartialDate startedOn() {
        return PartialDate.of(startedFrom, startedPrecision);
    }

    /** When it ended; null where it has not, or nobody knows. */
    public PartialDate endedOn() {
        return PartialDate.of(endedFrom, endedPrecision);
    }
}
