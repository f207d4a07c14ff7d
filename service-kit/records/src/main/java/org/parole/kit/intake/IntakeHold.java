package org.parole.kit.intake;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A record that a prepared intake uses or will add. */
@Entity
@Table(name = "intake_hold")
@IdClass(IntakeHold.Key.class)
public class IntakeHold {

    /** Which record is held by which intake. */
    public record Key(UUID intakeId, String recordType, UUID recordId) implements Serializable {
    }

    @Id
    @Column(name = "intake_id")
    public UUID intakeId;

    @Id
    @Column(name = "record_type")
    public String recordType;

    @Id
    @Column(name = "record_id")
    public UUID recordId;

    /** It does not exist yet. */
    @Column(name = "is_new")
    public boolean isNew;

    /** Its name as compared or its URL, where it is new. */
    public String key;
}
