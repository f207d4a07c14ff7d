package org.parole.kit.http;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.UriInfo;

import org.parole.kit.format.MediaTypes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * The parameter {@code format} beside {@code Accept}, so that a browser can save a list. A known format replaces an {@code Accept} that
 * leaves room for it; what contradicts stays as it is, and {@link QueryParameterFilter} refuses it.
 */
@ApplicationScoped
public class AskedFormat {

    /** The parameter's name. */
    public static final String PARAMETER = "format";

    // Before the framework chooses a resource by the header.
    private static final int EARLY = 900;
    private static final Map<String, String> TYPES = Map.of("csv", MediaTypes.CSV, "ndjson", MediaTypes.NDJSON, "json",
            "application/json", "md", MediaTypes.MARKDOWN);
    private static final String ROOT = "/api/v1/";
    /** Of exports, the parameter says what the file is in, also where only its manifest is asked for, which is JSON. */
    private static final String EXPORTS = ROOT + "exports/";

    void register(@Observes Filters filters) {
        filters.register(this::accept, EARLY);
    }

    private void accept(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean read = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        String path = context.request().path();
        if (read && path.startsWith(ROOT) && !path.startsWith(EXPORTS)) {
            String type = TYPES.get(String.valueOf(context.request().getParam(PARAMETER)));
            MultiMap headers = context.request().headers();
            if (type != null && leavesRoomFor(type, headers.get(HttpHeaders.ACCEPT))) {
                headers.set(HttpHeaders.ACCEPT, type);
            }
        }
        context.next();
    }

    private static boolean leavesRoomFor(String type, String accept) {
        return accept == null || accept.contains("*/*") || accept.contains(type)
                || accept.contains(type.replaceFirst("/.*", "/*"));
    }

    /** What is wrong with a value of the parameter; null where nothing is. */
    static String defectOf(List<String> values, String accept) {
        if (values.size() != 1 || !TYPES.containsKey(values.get(0))) {
            return "must be csv, ndjson, json or md";
        }
        return leavesRoomFor(TYPES.get(values.get(0)), accept)
                ? null
                : "must not contradict the header Accept, which does not name " + TYPES.get(values.get(0));
    }

    /** What a browser saves the answer as; null where the format was not asked for by the parameter. */
    static String fileName(UriInfo uri) {
        String format = uri.getQueryParameters().getFirst(PARAMETER);
        String path = uri.getPath().replaceFirst("/$", "");
        if (format == null || !TYPES.containsKey(format) || path.startsWith(EXPORTS)) {
            return null;
        }
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "-") + "." + format;
    }
}
