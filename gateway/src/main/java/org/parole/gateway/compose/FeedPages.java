package org.parole.gateway.compose;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.access.Caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Pages of the services' feeds of changes that were read lately. A feed only grows at its end, so a page that is full never
 * changes. A merged page takes part of one page of each feed; without this, the next one would read both again.
 */
@ApplicationScoped
public class FeedPages {

    /** Changes in all pages; each takes about a kilobyte. */
    private static final long MOST_CHANGES = 4_000;

    private final Cache<String, JsonNode> pages = Caffeine.newBuilder().maximumWeight(MOST_CHANGES)
            .<String, JsonNode>weigher((key, page) -> Math.max(1, page.path("items").size())).build();

    /** The page that a part would ask for, if it is full and was read before for such a caller. */
    Optional<JsonNode> find(Part part, Caller caller) {
        return Optional.ofNullable(pages.getIfPresent(key(part, caller)));
    }

    /** Keeps a page that is full. */
    void keep(Part part, Caller caller, JsonNode page) {
        pages.put(key(part, caller), page);
    }

    /** Forgets all pages, as a restart does. */
    void clear() {
        pages.invalidateAll();
    }

    private static String key(Part part, Caller caller) {
        return (caller == null ? "" : caller.role().word()) + ' ' + part.service() + ' ' + part.uri();
    }
}
