package org.parole.gateway.support;

import java.util.List;

/** Which paths are pages for people: all that is neither the API nor a file that pages and tools load. */
public final class PagePaths {

    private static final List<String> OTHERS = List.of("/api/", "/internal/", "/openapi", "/swagger-ui", "/assets/",
            "/favicon.ico", "/q/");

    private PagePaths() {
    }

    /** Whether a path is a page or what belongs to one, such as a picture or a feed. */
    public static boolean isPage(String path) {
        for (String other : OTHERS) {
            if (path.startsWith(other)) {
                return false;
            }
        }
        return true;
    }

    /** Whether answering it is work for the services, so that it counts for limits and for load. */
    public static boolean isWork(String path) {
        return path.startsWith("/api/") || isPage(path);
    }
}
