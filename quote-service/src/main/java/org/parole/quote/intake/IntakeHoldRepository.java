package org.parole.quote.intake;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What prepared intakes hold. */
@ApplicationScoped
public class IntakeHoldRepository implements PanacheRepositoryBase<IntakeHold, IntakeHold.Key> {

    /** A hold on a record that does not exist yet, by its name or URL. */
    Optional<IntakeHold> findNew(String recordType, String key) {
        return find("recordType = ?1 and function('md5', key) = function('md5', ?2) and key = ?2 and isNew", recordType,
                key).firstResultOptional();
    }

    /** Whether an intake holds the record, or one that was merged into it. */
    boolean existsOn(UUID recordId) {
        return find("recordId = ?1 or recordId in (select s.id from Speaker s where s.canonicalId = ?1 and s.latest)",
                recordId).firstResultOptional().isPresent();
    }

    void release(UUID intakeId) {
        delete("intakeId", intakeId);
    }
}
