package org.parole.gateway.passthrough;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.vertx.core.MultiMap;

/** Which headers go on, and which end here (RFC 9110, 7.6.1). */
final class Headers {

    // Hop-by-hop headers.
    private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-authenticate",
            "proxy-authorization", "proxy-authentication-info", "proxy-connection", "te", "trailer",
            "transfer-encoding",
            "upgrade", "http2-settings");

    // Said by the client to the gateway, or only the gateway's to say to a service.
    private static final Set<String> FOR_THE_GATEWAY = Set.of("host", "authorization", "x-api-key", "cookie", "expect",
            "content-length", "forwarded", "via");
    private static final List<String> GATEWAYS_OWN = List.of("parole-", "x-forwarded-");

    // The gateway says these for itself.
    private static final Set<String> OF_THE_SERVICE = Set.of("content-length", "server", "set-cookie", "alt-svc",
            "strict-transport-security");

    private Headers() {
    }

    static void copyRequest(MultiMap from, MultiMap to) {
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !FOR_THE_GATEWAY.contains(name)
                    && GATEWAYS_OWN.stream().noneMatch(name::startsWith) && !name.startsWith(":")) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    static void copyResponse(MultiMap from, MultiMap to) {
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !OF_THE_SERVICE.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        Set<String> named = new HashSet<>();
        for (String value : headers.getAll("connection")) {
            for (String name : value.split(",")) {
                named.add(name.trim().toLowerCase(Locale.ROOT));
            }
        }
        return named;
    }
}
