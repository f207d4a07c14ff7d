package org.parole.kit.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;

import org.parole.kit.format.CsvForm;
import org.parole.kit.format.ListFormats;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.Paged;
import org.parole.kit.format.WholeLists;
import org.parole.kit.inflight.WholeBody;
import org.parole.kit.json.InvalidValueException;
import org.parole.kit.time.AsOf;

/**
 * Writes lists in the requested format, gives every read a strong ETag made of its bytes and its coding, answers If-None-Match with 304 (RFC 9110,
 * 13.1.2), and sets Cache-Control: immutable for an {@code asOf} that is {@link AsOf#isSettled settled}, else no-cache.
 */
@Provider
public class ConditionalReads implements ContainerResponseFilter {

    /** What chooses between the representations of a resource; caches keep one for each. */
    /** Whether a class is the view of a record. Kept, because reflection on records takes long each time. */
    private static final ClassValue<Boolean> HAS_REVISIONS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> view) {
            return view.isRecord() && Arrays.stream(view.getRecordComponents())
                    .anyMatch(part -> part.getName().equals("revisionType"));
        }
    };
    private static final String VARIES_BY = HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING;

    private final Etags etags;
    private final ListFormats formats;
    private final WholeLists whole;

    ConditionalReads(Etags etags, ListFormats formats, WholeLists whole) {
        this.etags = etags;
        this.formats = formats;
        this.whole = whole;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        String method = request.getMethod();
        boolean read = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!read) {
            tagOfWhatWasWritten(response);
            return;
        }
        if (response.getEntity() instanceof StreamingOutput streamed) {
            // Its writer is chosen by what it is, not by what its media type is usually made of.
            response.setEntity(streamed, null, response.getMediaType());
        }
        if (response.getStatus() != 200) {
            response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
            return;
        }
        String file = AskedFormat.fileName(request.getUriInfo());
        if (file != null) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        }
        if (comesWhole(response)) {
            response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(cacheControl(request)));
            response.getHeaders().add(HttpHeaders.VARY, VARIES_BY);
            boolean csv = is(response.getMediaType(), MediaTypes.CSV);
            response.setEntity(whole.from((Paged<?>) response.getEntity(),
                    csv ? ListFormats.itemType(response.getEntityType()) : null,
                    csv ? CsvForm.accepted(request.getAcceptableMediaTypes()) : null), null,
                    inUtf8(request, response));
            return;
        }
        byte[] body = body(request, response);
        if (body == null) {
            response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-cache"));
            return;
        }
        response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(cacheControl(request)));
        String variesByMore = response.getHeaderString(HttpHeaders.VARY);
        response.getHeaders().putSingle(HttpHeaders.VARY,
                variesByMore == null ? VARIES_BY : VARIES_BY + ", " + variesByMore);
        // A cached answer comes with its tag, because hashing a large body takes long.
        String known = response.getHeaderString(HttpHeaders.ETAG);
        String tag = known == null ? Etags.of(body) : known;
        // The server compresses what this says, later.
        String etag = Encodings.acceptsGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))
                ? Etags.ofGzip(tag)
                : tag;
        response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
        if (Etags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(new WholeBody(body), null, inUtf8(request, response));
        }
    }

    /** The tag that a GET of the record would answer, so that it can be changed again without being read. */
    private void tagOfWhatWasWritten(ContainerResponseContext response) {
        Object entity = response.getEntity();
        boolean written = response.getStatus() == 200 || response.getStatus() == 201;
        if (written && entity != null && HAS_REVISIONS.get(entity.getClass())) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, etags.of(entity));
        }
    }

    /** What is longer than a page cannot be hashed before it is sent, so that a whole list has no ETag unless it is one page. */
    private boolean comesWhole(ContainerResponseContext response) {
        return response.getEntity() instanceof Paged<?> page && page.next() != null
                && (is(response.getMediaType(), MediaTypes.CSV) || is(response.getMediaType(), MediaTypes.NDJSON))
                && whole.isWanted();
    }

    private byte[] body(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        MediaType type = response.getMediaType();
        if (entity instanceof Paged<?> page && is(type, MediaTypes.CSV)) {
            link(request, response, page);
            return formats.csv(page, ListFormats.itemType(response.getEntityType()),
                    CsvForm.accepted(request.getAcceptableMediaTypes()));
        }
        if (entity instanceof Paged<?> page && is(type, MediaTypes.NDJSON)) {
            link(request, response, page);
            return formats.ndjson(page);
        }
        if (entity instanceof String text && is(type, MediaTypes.MARKDOWN)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return entity != null && !(entity instanceof StreamingOutput) && isJson(type) ? etags.bytes(entity) : null;
    }

    // These formats have no room for the cursor, so it goes into a header (RFC 8288).
    private static void link(ContainerRequestContext request, ContainerResponseContext response, Paged<?> page) {
        if (page.next() != null) {
            URI next = request.getUriInfo().getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
            response.getHeaders().add(HttpHeaders.LINK,
                    "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
    }

    /** The bytes are UTF-8, independent of the request. */
    private static MediaType inUtf8(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return is(type, MediaTypes.CSV)
                ? CsvForm.accepted(request.getAcceptableMediaTypes()).mediaType()
                : type.withCharset(StandardCharsets.UTF_8.name());
    }

    private static boolean is(MediaType type, String wanted) {
        return type != null && wanted.equals(type.getType() + "/" + type.getSubtype());
    }

    private static boolean isJson(MediaType type) {
        return type != null && type.getType().equals("application")
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private static String cacheControl(ContainerRequestContext request) {
        String asOf = request.getUriInfo().getQueryParameters().getFirst("asOf");
        try {
            return asOf != null && AsOf.parse(asOf).isSettled()
                    ? "public, max-age=31536000, immutable"
                    : "no-cache";
        } catch (InvalidValueException e) {
            return "no-cache";
        }
    }
}
