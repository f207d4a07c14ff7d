package org.parole.gateway.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.RecordTime;
import org.parole.gateway.service.ServiceName;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What agreements and exchanges are called.
 *
 * @param agreements the titles by their slugs
 * @param exchanges the titles by their slugs
 */
@RegisterForReflection
public record Titles(Map<String, String> agreements, Map<String, String> exchanges) {

    private static final String AGREEMENTS = "agreements";
    private static final String EXCHANGES = "exchanges";
    private static final int MOST = 200;

    /** Asks for those among which somebody chooses. */
    public static List<Part> parts() {
        return List.of(list(AGREEMENTS), list(EXCHANGES));
    }

    /** Asks for those that a record names. */
    public static List<Part> parts(Collection<String> agreements, Collection<String> exchanges, RecordTime time) {
        List<Part> parts = new ArrayList<>();
        agreements.forEach(slug -> parts.add(one(AGREEMENTS, slug, time)));
        exchanges.forEach(slug -> parts.add(one(EXCHANGES, slug, time)));
        return parts;
    }

    private static Part list(String kind) {
        return new Part(kind, ServiceName.TALLIES, Query.of("/api/v1/" + kind).with("limit", MOST).toString());
    }

    private static Part one(String kind, String slug, RecordTime time) {
        return new Part(kind + '/' + slug, ServiceName.TALLIES,
                time.addTo(Query.of("/api/v1/" + kind + '/' + Query.segment(slug))).toString());
    }

    /** Those that were read; what was asked for and is missing goes by its slug. */
    public static Titles of(List<Part> asked, Parts read) {
        Titles titles = new Titles(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Part part : asked) {
            JsonNode body = read.get(part.name());
            Map<String, String> names = part.name().startsWith(AGREEMENTS) ? titles.agreements : titles.exchanges;
            if (body != null && body.has("items")) {
                names.putAll(Data.index(body.get("items"), "slug", one -> one.text("title")));
            } else if (body != null) {
                names.put(body.path("slug").asText(), body.path("title").asText());
            }
        }
        return titles;
    }

    /** What an agreement is called; its slug where that is not known. */
    public String agreement(Object slug) {
        return slug == null ? null : agreements.getOrDefault(slug.toString(), slug.toString());
    }

    /** What an exchange is called; its slug where that is not known. */
    public String exchange(Object slug) {
        return slug == null ? null : exchanges.getOrDefault(slug.toString(), slug.toString());
    }

    /** What a commitment or a report belongs to; null for one that belongs to none. */
    public String of(Data record) {
        return record.text("agreement") != null
                ? agreement(record.text("agreement"))
                : exchange(record.text("exchange"));
    }
}
