package org.parole.quote.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One intake with what is to be written, or was. */
@Entity
public class Intake {

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public IntakeState state;

    @Column(name = "prepared_by")
    public String preparedBy;

    @Column(name = "decided_at")
    public Instant decidedAt;

    /** JSON of an {@link IntakeBody}; null where it was aborted before it came. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String request;

    /** JSON of an {@link IntakePlan}. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String plan;
}
