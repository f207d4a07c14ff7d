package org.parole.gateway.support;

import java.util.Set;

/** Paths as metrics name them: what clients can make up would be a time series each. */
public final class PathShape {

    private static final String OTHER = "other";
    private static final String ROOT = "/api/v1/";
    private static final String INTAKES = "/internal/intakes/";
    private static final Set<String> WHOLE = Set.of(ROOT, "/internal/changes/head", "/openapi", "/swagger-ui/");
    private static final Set<String> COLLECTIONS = Set.of("outlets", "speakers", "documents", "quotes", "quote-changes",
            "parties", "agreements", "exchanges", "commitments", "release-reports", "tallies", "tally-changes",
            "dossiers", "intake",
            "keys", "imports", "exports", "timeline", "search", "changes", "codebook");

    private PathShape() {
    }

    /**
     * A path without its query, with placeholders for all below its collection: {@code /api/v1/quotes/{id}/{part}}. Asked for
     * each request, so without patterns.
     *
     * @return {@code other} for what is neither below a collection nor known as a whole
     */
    public static String of(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        if (WHOLE.contains(path)) {
            return path;
        }
        if (path.startsWith(INTAKES)) {
            return INTAKES + "{id}";
        }
        if (!path.startsWith(ROOT)) {
            return OTHER;
        }
        int id = path.indexOf('/', ROOT.length());
        if (!COLLECTIONS.contains(id < 0 ? path.substring(ROOT.length()) : path.substring(ROOT.length(), id))) {
            return OTHER;
        }
        if (id < 0) {
            return path;
        }
        String shape = path.substring(0, id) + "/{id}";
        return path.indexOf('/', id + 1) < 0 ? shape : shape + "/{part}";
    }
}
