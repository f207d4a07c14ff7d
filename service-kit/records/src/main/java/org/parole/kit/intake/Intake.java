package org.parole.kit.intake;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One intake with what is to be written, or was. */
@Entity(name = "PreparedIntake")
@Table(name = "intake")
public class Intake {

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public IntakeState state;

    @Column(name = "prepared_by")
    public String preparedBy;

    @Column(name = "decided_at")
    public Instant decidedAt;

    /** JSON of the service's own body; null where it was aborted before it came. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String request;

    /** JSON of the ids that were settled. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String plan;
}
