package org.parole.gateway.compose;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds path and query of a request to a service; what is null is left out. */
public final class Query {

    private final StringBuilder uri;
    private char separator;

    private Query(String path) {
        uri = new StringBuilder(path);
        separator = path.contains("?") ? '&' : '?';
    }

    /** Begins with a path whose segments are already encoded, or with what another one has built. */
    public static Query of(String path) {
        return new Query(path);
    }

    /** A path segment, encoded. */
    public static String segment(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Adds a parameter. */
    public Query with(String name, Object value) {
        if (value != null) {
            uri.append(separator).append(name).append('=').append(segment(value));
            separator = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
