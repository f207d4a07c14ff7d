package org.parole.tally.slug;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.parole.kit.record.RevisionedRepository;

/** The finders that every table of revisions with slugs has. */
public interface SluggedRepository<E extends Slugged> extends RevisionedRepository<E> {

    /** The current revision, also of a retracted record. */
    default Optional<E> findLatestCalled(String slug) {
        return find("slug = ?1 and latest", slug).firstResultOptional();
    }

    /** The current revision unless the record is unknown or retracted. */
    default Optional<E> findUsableCalled(String slug) {
        return findLatestCalled(slug).filter(record -> !record.retracted);
    }

    /** What was not retracted at a record time, or is not now for null. */
    default Optional<E> findUsableCalled(String slug, Instant asOf) {
        return asOf == null
                ? findUsableCalled(slug)
                : find("slug = ?1 and recordedFrom <= ?2 and recordedTo > ?2 and not retracted", slug, asOf)
                        .firstResultOptional();
    }

    /** Which of the slugs belong to current records. */
    default List<String> findKnown(List<String> slugs) {
        return find("slug in ?1 and latest and not retracted", slugs).stream().map(record -> record.slug).toList();
    }
}
