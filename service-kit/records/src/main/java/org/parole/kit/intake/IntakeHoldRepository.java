package org.parole.kit.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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

    /** Holds these, in one statement however many they are. */
    public void add(List<IntakeHold> holds) {
        if (holds.isEmpty()) {
            return;
        }
        getEntityManager().createNativeQuery("insert into intake_hold (intake_id, record_type, record_id, is_new, key)"
                + " select * from unnest(cast(:intakes as uuid[]), cast(:types as text[]), cast(:records as uuid[]),"
                + " cast(:news as boolean[]), cast(:keys as text[]))")
                .setParameter("intakes", texts(holds, hold -> hold.intakeId.toString()))
                .setParameter("types", texts(holds, hold -> hold.recordType))
                .setParameter("records", texts(holds, hold -> hold.recordId.toString()))
                .setParameter("news", texts(holds, hold -> Boolean.toString(hold.isNew)))
                .setParameter("keys", texts(holds, hold -> hold.key)).executeUpdate();
    }

    private static String[] texts(List<IntakeHold> holds, Function<IntakeHold, String> value) {
        return holds.stream().map(value).toArray(String[]::new);
    }

    /** Lets go of what an intake held, and says which records of a type would have been new. */
    @SuppressWarnings("unchecked")
    public List<UUID> release(UUID intakeId, String recordType) {
        return getEntityManager().createNativeQuery("with gone as (delete from intake_hold where intake_id = :intake"
                + " returning record_type, record_id, is_new) select record_id from gone where is_new and record_type ="
                + " :type", UUID.class).setParameter("intake", intakeId).setParameter("type", recordType)
                .getResultList();
    }

    /** Lets go of what an intake held. */
    public void release(UUID intakeId) {
        delete("intakeId", intakeId);
    }
}
