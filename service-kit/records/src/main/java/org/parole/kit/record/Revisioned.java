package org.parole.kit.record;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;

/** One revision of a record. Once written it is never changed, except that it ends when the next one begins. */
@MappedSuperclass
@IdClass(RevisionKey.class)
public abstract class Revisioned {

    @Id
    public UUID id;

    @Id
    public int revision;

    /** From when on it counts. */
    @Column(name = "recorded_from")
    public Instant recordedFrom;

    /** Until when it counts; the database's default is without end. */
    @Column(name = "recorded_to", insertable = false)
    public Instant recordedTo;

    /** Whether it is the current revision, as the database computes it. */
    @Column(name = "is_current", insertable = false, updatable = false)
    public boolean latest;

    @Column(name = "recorded_by")
    public String recordedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "revision_type")
    public RevisionType revisionType;

    public String reason;

    public boolean retracted;

    /** Makes this the first revision of a record. */
    public void begin(UUID newId, Instant at, String by) {
        id = newId;
        revision = 1;
        recordedFrom = at;
        recordedBy = by;
        revisionType = RevisionType.CREATION;
    }

    /** Makes this the revision after another one. */
    public void follow(Revisioned previous, RevisionType type, String why, Instant at, String by) {
        id = previous.id;
        revision = previous.revision + 1;
        recordedFrom = at;
        recordedBy = by;
        revisionType = type;
        reason = why;
    }
}
