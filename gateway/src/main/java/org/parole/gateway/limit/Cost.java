package org.parole.gateway.limit;

import java.util.Map;

import org.parole.gateway.support.PagePaths;

import io.vertx.core.http.HttpMethod;

/** What a request costs, in units: about how much more work it is than reading one record. */
final class Cost {

    static final int RECORD = 1;
    static final int WRITE = 5;
    static final int VIEW = 5;
    static final int WHOLE_LIST = 10;
    static final int INTAKE = 20;

    private static final String ROOT = "/api/v1/";
    private static final Map<String, Integer> OF_READING = Map.of("dossiers", VIEW, "timeline", VIEW, "search", VIEW,
            "changes", VIEW);

    private Cost() {
    }

    /** The cost of this method on this path, with what the client accepts; null for anything. */
    static int of(HttpMethod method, String path, String accept) {
        boolean read = method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
        if (PagePaths.isPage(path)) {
            // A page is made of several reads, as a view is.
            return read ? VIEW : WRITE;
        }
        int end = path.indexOf('/', ROOT.length());
        String collection = path.length() <= ROOT.length()
                ? ""
                : end < 0 ? path.substring(ROOT.length()) : path.substring(ROOT.length(), end);
        if (!read) {
            return collection.equals("intake") ? INTAKE : WRITE;
        }
        if (collection.equals("exports") || accept != null && (accept.contains("csv") || accept.contains("ndjson"))) {
            return WHOLE_LIST;
        }
        if (end > 0 && (path.endsWith("/record") || path.endsWith("/evidence") || path.endsWith("/series")
                || path.endsWith("/compare"))) {
            return VIEW;
        }
        return OF_READING.getOrDefault(collection, RECORD);
    }
}
