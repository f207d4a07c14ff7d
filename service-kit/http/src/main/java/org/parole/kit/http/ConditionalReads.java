package org.parole.kit.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import org.parole.kit.json.InvalidValueException;
import org.parole.kit.time.AsOf;

/**
 * Gives every JSON read a strong ETag made of its bytes, answers If-None-Match with 304 (RFC 9110, 13.1.2), and says how long
 * an answer keeps: for ever when it is given for a past {@code asOf}, else until it is asked for again.
 */
@Provider
public class ConditionalReads implements ContainerResponseFilter {

    // An asOf younger than this may lie before a change that is still being written elsewhere.
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final Etags etags;

    ConditionalReads(Etags etags) {
        this.etags = etags;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        String method = request.getMethod();
        boolean read = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!read) {
            return;
        }
        if (response.getStatus() != 200) {
            response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, java.util.List.of("no-store"));
            return;
        }
        response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, java.util.List.of(cacheControl(request)));
        if (response.getEntity() == null || !isJson(response.getMediaType())) {
            return;
        }
        byte[] body = etags.bytes(response.getEntity());
        String etag = Etags.of(body);
        response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
        if (Etags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(body, null, response.getMediaType());
        }
    }

    private static boolean isJson(MediaType type) {
        return type != null && type.getType().equals("application")
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private static String cacheControl(ContainerRequestContext request) {
        String asOf = request.getUriInfo().getQueryParameters().getFirst("asOf");
        try {
            return asOf != null && AsOf.parse(asOf).instant().isBefore(Instant.now().minus(SETTLED))
                    ? "public, max-age=31536000, immutable"
                    : "no-cache";
        } catch (InvalidValueException e) {
            return "no-cache";
        }
    }
}
