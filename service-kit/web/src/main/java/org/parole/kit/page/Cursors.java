package org.parole.kit.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.http.Etags;
import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Opaque cursors: the keys of the last row of a page, bound to the list and the filters they were made for. They hold no
 * secret and need no store, so they are good for as long as the list is.
 */
@ApplicationScoped
public class Cursors {

    private static final String EXPECTED = "must be the 'next' of an earlier page of this list with the same filters";

    private final ObjectMapper mapper;
    private final Etags etags;

    Cursors(ObjectMapper mapper, Etags etags) {
        this.mapper = mapper;
        this.etags = etags;
    }

    /**
     * A cursor behind a row.
     *
     * @param list the list's name, as in "quotes"
     * @param filters the values that the list was filtered and sorted by; compared by their JSON
     * @param keys the row's sort keys; the last one unique, none null
     */
    public String encode(String list, List<?> filters, List<String> keys) {
        String[] parts = new String[keys.size() + 1];
        parts[0] = binding(list, filters);
        for (int i = 0; i < keys.size(); i++) {
            parts[i + 1] = keys.get(i);
        }
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mapper.writeValueAsBytes(parts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written as JSON", e);
        }
    }

    /**
     * The keys in a cursor, as many as were put in.
     *
     * @throws ProblemException 400 when it is not a cursor, or one of another list or of other filters
     */
    public List<String> decode(String cursor, String list, List<?> filters, int keys) {
        List<String> parts;
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8));
            parts = mapper.readValue(json, new TypeReference<List<String>>() {
            });
        } catch (IllegalArgumentException | IOException e) {
            throw ProblemException.invalidParameter("cursor", EXPECTED);
        }
        if (parts == null || parts.size() != keys + 1 || parts.stream().anyMatch(java.util.Objects::isNull)
                || !parts.get(0).equals(binding(list, filters))) {
            throw ProblemException.invalidParameter("cursor", EXPECTED);
        }
        return List.copyOf(parts.subList(1, parts.size()));
    }

    private String binding(String list, List<?> filters) {
        String tag = etags.of(Arrays.asList(list, filters));
        return tag.substring(1, 12);
    }
}
