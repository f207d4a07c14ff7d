package org.parole.quote.document;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.Filter;
import org.parole.kit.record.RevisionedRepository;

/** The documents' revisions. */
@ApplicationScoped
public class DocumentRepository implements RevisionedRepository<Document> {

    /** Rows of older versions know their address only. */
    private static final String AT = "(function('md5', urlKey) = function('md5', :key) and urlKey = :key"
            + " or function('md5', url) = function('md5', :url) and url = :url)";
    /** In SQL, because each half has an index of its own, and HQL has no arrays of parameters. */
    private static final String IDS_AT_MANY = """
            select id from document where is_current and not retracted
            and md5(url_key) in (select md5(k) from unnest(cast(:keys as text[])) k)
            and url_key = any(cast(:keys as text[]))
            union
            select id from document where is_current and not retracted
            and md5(url) in (select md5(u) from unnest(cast(:urls as text[])) u)
            and url = any(cast(:urls as text[]))""";

    /** The current document at this URL, or at another one of the same article; mergers are followed. */
    public Optional<Document> findUsableAt(String url) {
        return find(AT + " and latest and not retracted order by case when url = :url then 0 else 1 end, id",
                Map.of("url", url, "key", ArticleAddress.of(url))).stream().findFirst().flatMap(this::standing);
    }

    /**
     * The current document at each of many URLs, as {@link #findUsableAt} finds it; a URL at which there is none is absent.
     */
    Map<String, Document> findUsableAt(Collection<String> urls) {
        if (urls.isEmpty()) {
            return Map.of();
        }
        String[] keys = urls.stream().map(ArticleAddress::of).distinct().toArray(String[]::new);
        @SuppressWarnings("unchecked")
        List<UUID> ids = getEntityManager().createNativeQuery(IDS_AT_MANY, UUID.class).setParameter("keys", keys)
                .setParameter("urls", urls.toArray(String[]::new)).getResultList();
        List<Document> found = ids.isEmpty() ? List.of() : find("id in ?1 and latest order by id", ids).list();
        Map<String, Document> byUrl = new HashMap<>();
        Map<String, Document> byKey = new HashMap<>();
        for (Document document : found) {
            byUrl.putIfAbsent(document.url, document);
            if (document.urlKey != null) {
                byKey.putIfAbsent(document.urlKey, document);
            }
        }
        Map<String, Document> usable = new HashMap<>();
        for (String url : urls) {
            Optional.ofNullable(byUrl.get(url)).or(() -> Optional.ofNullable(byKey.get(ArticleAddress.of(url))))
                    .flatMap(this::standing).ifPresent(document -> usable.put(url, document));
        }
        return usable;
    }

    /** The document that one stands for: itself, or what it was merged into; empty where that was retracted. */
    Optional<Document> standing(Document document) {
        return standing(document, null);
    }

    /** The documents that an article's address stood for at a record time, or stands for now; mergers are followed. */
    private List<UUID> standingAt(String url, Instant asOf) {
        var filter = Filter.asOf(asOf).and("(" + AT + ")", "url", url);
        filter.with("key", ArticleAddress.of(url));
        return find(filter.orderedBy("id"), filter.parameters()).stream()
                .map(document -> standing(document, asOf)).flatMap(Optional::stream).map(document -> document.id)
                .distinct().toList();
    }

    private Optional<Document> standing(Document document, Instant asOf) {
        Optional<Document> standing = Optional.of(document);
        while (standing.isPresent() && standing.get().mergedInto != null) {
            standing = findAsOf(standing.get().mergedInto, asOf).filter(next -> !next.retracted);
        }
        return standing;
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
        List<UUID> standing = url == null ? null : standingAt(url, asOf);
        if (standing != null && standing.isEmpty()) {
            return List.of();
        }
        var filter = Filter.asOf(asOf).and("mergedInto is null").and("id in :standing", "standing", standing)
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
