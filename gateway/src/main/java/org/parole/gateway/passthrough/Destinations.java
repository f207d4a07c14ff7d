package org.parole.gateway.passthrough;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.parole.gateway.service.ServiceName;

import io.vertx.ext.web.RoutingContext;

/** Which service a path is passed on to. What is not listed is never passed on; above all nothing below {@code /internal}. */
public final class Destinations {

    private static final String ROOT = "/api/v1/";
    private static final String EXPORTS = ROOT + "exports/";

    private static final Map<String, ServiceName> BY_COLLECTION = Map.ofEntries(
            Map.entry("outlets", ServiceName.QUOTES),
            Map.entry("speakers", ServiceName.QUOTES),
            Map.entry("documents", ServiceName.QUOTES),
            Map.entry("quotes", ServiceName.QUOTES),
            Map.entry("quote-changes", ServiceName.QUOTES),
            Map.entry("imports", ServiceName.QUOTES),
            Map.entry("parties", ServiceName.TALLIES),
            Map.entry("agreements", ServiceName.TALLIES),
            Map.entry("exchanges", ServiceName.TALLIES),
            Map.entry("commitments", ServiceName.TALLIES),
            Map.entry("release-reports", ServiceName.TALLIES),
            Map.entry("tallies", ServiceName.TALLIES),
            Map.entry("tally-changes", ServiceName.TALLIES));

    // Below a collection, but composed here.
    private static final Pattern COMPOSED = Pattern
            .compile("/api/v1/(speakers/[^/]+/record|exchanges/[^/]+/dossier|release-reports/[^/]+/evidence)");

    private static final String HERE = Destinations.class.getName() + ".here";

    private Destinations() {
    }

    /** Marks a request as one that the gateway answers itself, whatever its path says. */
    public static void keepHere(RoutingContext context) {
        context.put(HERE, true);
    }

    /** The service that answers this request; empty when it is the gateway's own or nobody's. */
    static Optional<ServiceName> of(RoutingContext context) {
        return context.get(HERE) == null ? of(context.normalizedPath()) : Optional.empty();
    }

    /** Whether the answer is a file that may take long to begin. */
    static boolean isExport(String path) {
        return path.startsWith(EXPORTS);
    }

    /** The service that answers this path; empty when it is the gateway's own or nobody's. */
    public static Optional<ServiceName> of(String path) {
        if (!path.startsWith(ROOT) || COMPOSED.matcher(path).matches()) {
            return Optional.empty();
        }
        // What is exported belongs to whom the list belongs to.
        int begin = path.startsWith(EXPORTS) ? EXPORTS.length() : ROOT.length();
        int end = path.indexOf('/', begin);
        String collection = end < 0 ? path.substring(begin) : path.substring(begin, end);
        return Optional.ofNullable(BY_COLLECTION.get(collection));
    }
}
