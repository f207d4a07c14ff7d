package org.parole.kit.http;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Which content codings a client takes; the servers know gzip alone. */
@ApplicationScoped
public class Encodings {

    // Before all that reads the header.
    private static final int EARLY = 950;

    void register(@Observes Filters filters) {
        filters.register(Encodings::plainForHttp10, EARLY);
    }

    // The server compresses nothing for HTTP/1.0, and the tag of the answer must say so.
    private static void plainForHttp10(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_1_0) {
            context.request().headers().remove(HttpHeaders.ACCEPT_ENCODING);
        }
        context.next();
    }

    /** Whether an answer to a request with this Accept-Encoding is compressed (RFC 9110, 12.5.3); null for a request without. */
    public static boolean acceptsGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        double gzip = -1;
        double any = -1;
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = coding.split(";", 2);
            String name = parts[0].strip();
            if (name.equals("*")) {
                any = weight(parts);
            } else if (name.equals("gzip") || name.equals("x-gzip")) {
                gzip = weight(parts);
            }
        }
        return gzip > 0 || gzip < 0 && any > 0;
    }

    private static double weight(String[] parts) {
        int equals = parts.length == 1 ? -1 : parts[1].indexOf('=');
        if (equals < 0) {
            return 1;
        }
        try {
            return Double.parseDouble(parts[1].substring(equals + 1).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
