package org.parole.kit.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What prepared intakes hold. */
@ApplicationScoped
public class IntakeHoldRepository implements PanacheRepositoryBase<IntakeHold, IntakeHold.Key> {

    /** A hold on a record that does not exist yet, by its name or URL. */
    public Optional<IntakeHold> findNew(String recordType, String key) {
        return find("recordType = ?1 and function('md5', key) = function('md5', ?2) and key = ?2 and isNew", recordType,
                key).firstResultOptional();
    }

    /** The holds on records that do not exist yet and have one of these names or URLs. */
    @SuppressWarnings("unchecked")
    public List<IntakeHold> findNew(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : getEntityManager().createNativeQuery("select * from intake_hold where is_new and md5(key) in"
                        + " (select md5(wanted) from unnest(cast(:keys as text[])) wanted)", IntakeHold.class)
                        .setParameter("keys", keys.toArray(String[]::new)).getResultList();
    }

    /** Whether an intake holds the record. */
    public boolean existsOn(UUID recordId) {
        return find("recordId", recordId).firstResultOptional().isPresent();
    }

    /** Lets go of what an intake held. */
    public void release(UUID intakeId) {
        delete("intakeId", intakeId);
    }
}
