package org.parole.quote.quote;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.RevisionedRepository;

/** The quotes' revisions, for writing; lists are read by {@link QuoteReader}. */
@ApplicationScoped
public class QuoteRepository implements RevisionedRepository<Quote> {

    List<Quote> findUsableIn(UUID documentId) {
        return list("documentId = ?1 and latest and not retracted order by id", documentId);
    }

    /** Current quotes that were checked before passage and words were told apart. */
    List<Quote> findToReverify(int most) {
        return find("words is null and latest and not retracted").page(0, most).list();
    }

    boolean existsRevisionIn(UUID id, UUID documentId) {
        return find("id = ?1 and documentId = ?2", id, documentId).firstResultOptional().isPresent();
    }

    boolean existsUsableIn(UUID documentId) {
        return find("documentId = ?1 and latest and not retracted", documentId).firstResultOptional().isPresent();
    }

    /** Also under the ids that were merged into it. */
    boolean existsUsableBy(UUID speakerId) {
        return find("speakerId in (select s.id from Speaker s where s.canonicalId = ?1 and s.latest)"
                + " and latest and not retracted", speakerId).firstResultOptional().isPresent();
    }

    /** Whether it may have said a quote of an unknown speaker, also under the ids that were merged into it. */
    boolean existsUsableCandidate(UUID speakerId) {
        return !getEntityManager().createNativeQuery("select 1 from quote q where q.is_current and not q.retracted"
                + " and q.tags && (select array_agg('" + Tags.CANDIDATE + "' || s.id) from speaker s"
                + " where s.canonical_id = :speaker and s.is_current) limit 1")
                .setParameter("speaker", speakerId).getResultList().isEmpty();
    }

    List<Quote> findUsableOccurrencesOf(UUID group) {
        return list("occurrenceOf = ?1 and latest and not retracted order by sortAt, id", group);
    }
}
