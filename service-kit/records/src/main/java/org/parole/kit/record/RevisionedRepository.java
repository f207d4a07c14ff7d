package org.parole.kit.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The finders that every table of revisions has. */
public interface RevisionedRepository<E extends Revisioned> extends PanacheRepositoryBase<E, RevisionKey> {

    /** The current revision. */
    default Optional<E> findLatest(UUID id) {
        return find("id = ?1 and latest", id).firstResultOptional();
    }

    /** The revision that counted at a record time, or the current one for null. */
    default Optional<E> findAsOf(UUID id, Instant asOf) {
        return asOf == null
                ? findLatest(id)
                : find("id = ?1 and recordedFrom <= ?2 and recordedTo > ?2", id, asOf).firstResultOptional();
    }

    /** The current revision unless the record is unknown or retracted. */
    default Optional<E> findActive(UUID id) {
        return findLatest(id).filter(record -> !record.retracted);
    }

    /** All revisions, the first one first. */
    default List<E> findHistory(UUID id) {
        return list("id = ?1 order by revision", id);
    }

    /** Writes the first revisions of records. */
    default void addAll(List<E> first) {
        persist(first);
        flush();
    }

    /** Ends the revision before and writes the one that follows it. */
    default void replace(E next) {
        update("recordedTo = ?1 where id = ?2 and revision = ?3", next.recordedFrom, next.id, next.revision - 1);
        persist(next);
        flush();
    }
}
