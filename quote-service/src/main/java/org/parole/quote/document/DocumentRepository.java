package org.parole.quote.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.Filter;
import org.parole.kit.record.RevisionedRepository;

/** The documents' revisions. */
@ApplicationScoped
public class DocumentRepository implements RevisionedRepository<Document> {

    /** The current document at this URL. */
    public Optional<Document> findUsableAt(String url) {
        return find("function('md5', url) = function('md5', ?1) and url = ?1 and latest and not retracted", url)
                .firstResultOptional();
    }

    boolean existsUsableOf(UUID outletId) {
        return find("outletId = ?1 and latest and not retracted", outletId).firstResultOptional().isPresent();
    }

    List<UUID> findIdsOf(UUID outletId) {
        return find("outletId = ?1 and latest and not retracted", outletId).stream().map(document -> document.id)
                .toList();
    }

    List<Document> findPage(Instant asOf, String url, UUID outletId, String language, Boolean incomplete,
            Instant publishedBefore, Instant afterTime, UUID afterId, int rows) {
        var filter = Filter.asOf(asOf).and("function('md5', url) = function('md5', :url) and url = :url", "url", url)
                .and("outletId = :outletId", "outletId", outletId).and("language = :language", "language", language)
                .and("publishedAt < :publishedBefore", "publishedBefore", publishedBefore)
                .and("(publishedAt, id) < (:afterTime, :afterId)", "afterId", afterId);
        if (incomplete != null) {
            filter.and((incomplete ? "" : "not ") + "(title is null or (url is null and citation is null))");
        }
        if (afterId != null) {
            filter.with("afterTime", afterTime);
        }
        return find(filter.orderedBy("publishedAt desc, id desc"), filter.parameters()).range(0, rows - 1).list();
    }
}
