package org.parole.gateway.limit;

import java.util.Map;

import org.parole.gateway.support.PagePaths;

import io.vertx.core.http.HttpMethod;

/** What a request costs, in units: about how much more work it is than reading one record, or {@value #ROWS} rows of a list. */
final class Cost {

    /** A page of a list is as much work as one record for each so many rows. */
    static final int ROWS = 50;

    static final int RECORD = 1;
    static final int WRITE = 5;
    static final int VIEW = 5;
    static final int WHOLE_LIST = 10;
    /** On top of its cost, what a request costs whose client does not wait for the answer. */
    static final int ABANDONED = 5;

    private static final String ROOT = "/api/v1/";
    private static final Map<String, Integer> OF_READING = Map.of("dossiers", VIEW, "timeline", VIEW, "search", VIEW,
            "changes", VIEW);

    private Cost() {
    }

    /** Whether a request of this method may change something. */
    static boolean isWrite(HttpMethod method) {
        return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
    }

    /**
     * The cost of a request.
     *
     * @param accept what the client accepts; null for anything
     * @param limit the rows that it asks for; null for as many as there are by default, and what is no number is refused elsewhere
     */
    static int of(HttpMethod method, String path, String accept, String limit) {
        boolean read = !isWrite(method);
        if (PagePaths.isPage(path)) {
            // A page is made of several reads, as a view is.
            return read ? VIEW : WRITE;
        }
        int end = path.indexOf('/', ROOT.length());
        String collection = path.length() <= ROOT.length()
                ? ""
                : end < 0 ? path.substring(ROOT.length()) : path.substring(ROOT.length(), end);
        if (!read) {
            return WRITE;
        }
        if (collection.equals("exports") || accept != null && (accept.contains("csv") || accept.contains("ndjson"))) {
            return WHOLE_LIST;
        }
        if (end > 0 && (path.endsWith("/record") || path.endsWith("/evidence") || path.endsWith("/series")
                || path.endsWith("/compare"))) {
            return VIEW;
        }
        return OF_READING.getOrDefault(collection, RECORD) * pages(limit);
    }

    private static int pages(String limit) {
        // Longer ones are no limit that a list accepts.
        return limit == null || !limit.matches("\\d{1,4}")
                ? 1
                : Math.max(1, (Integer.parseInt(limit) + ROWS - 1) / ROWS);
    }
}
