package org.parole.kit.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Strong entity tags (RFC 9110, 8.8.3): the first 128 bits of the SHA-256 of the JSON that a GET answers. */
@ApplicationScoped
public class Etags {

    private static final String GZIP = "-gzip\"";

    private final ObjectMapper mapper;

    Etags(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The JSON of a view; bytes are taken as they are. */
    public byte[] bytes(Object view) {
        if (view instanceof byte[] bytes) {
            return bytes;
        }
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view cannot be written as JSON", e);
        }
    }

    /** The tag of a view as its GET answers it. */
    public String of(Object view) {
        return of(bytes(view));
    }

    /**
     * Checks that a change is meant for the current revision of the record.
     *
     * @param ifMatch the header as it came
     * @param current the view that a GET would answer now
     * @throws ProblemException 428 without the header, 412 when it names another state
     */
    public void require(String ifMatch, Object current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.preconditionRequired();
        }
        // Who read it compressed means the same record.
        if (!matchesStrongly(ifMatch.replaceAll("-gzip(?=\"?(\\s*,|\\s*$))", ""), of(current))) {
            throw ProblemException.preconditionFailed();
        }
    }

    /** The tag of the same representation compressed: other bytes, another tag. */
    public static String ofGzip(String tag) {
        return tag.endsWith(GZIP) || !tag.endsWith("\"") ? tag : tag.substring(0, tag.length() - 1) + GZIP;
    }

    /**
     * An If-None-Match for a server that is asked for the plain representation on behalf of a client that gets it compressed or not.
     *
     * @param header as the client sent it; null when it did not
     * @param gzip whether the client gets it compressed
     * @return the tags of what the client would get, as the other server knows them; null when none is among them
     */
    public static String ofPlain(String header, boolean gzip) {
        if (header == null || header.trim().equals("*")) {
            return header;
        }
        String tags = Arrays.stream(header.split(",")).map(String::trim).filter(tag -> tag.endsWith(GZIP) == gzip)
                .map(tag -> tag.replace(GZIP, "\"")).collect(Collectors.joining(", "));
        return tags.isEmpty() ? null : tags;
    }

    /** A tag of what is told by a text that is another one for every other state. */
    public static String ofState(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** As If-Match compares (RFC 9110, 8.8.3.2): a weak tag never matches. */
    static boolean matchesStrongly(String header, String etag) {
        return matches(Arrays.stream(header.split(",")).map(String::trim).filter(tag -> !tag.startsWith("W/"))
                .collect(Collectors.joining(",")), etag);
    }

    /** As If-None-Match compares: whether a header names the tag, strong or weak; a tag whose quotation marks were left out, as people copy it, counts as well. */
    public static boolean matches(String header, String etag) {
        if (header == null) {
            return false;
        }
        return header.trim().equals("*") || Arrays.stream(header.split(",")).map(String::trim)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals(etag) || etag.equals('"' + tag + '"'));
    }
}
