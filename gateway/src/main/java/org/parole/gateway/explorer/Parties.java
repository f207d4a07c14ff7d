package org.parole.gateway.explorer;

import java.util.Map;

import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.TimeParameters;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What parties are called.
 *
 * @param names by their slugs
 */
@RegisterForReflection
public record Parties(Map<String, String> names) {

    /** The part of a page that has them. */
    public static final String PART = "parties";

    /** The parties that are on record; names are missing where the list is. */
    public static Parties of(JsonNode page) {
        return new Parties(Data.index(page == null ? null : page.get("items"), "slug", party -> party.text("name")));
    }

    /** What a page asks for. */
    public static Part part(ThreeTimes times) {
        return new Part(PART, ServiceName.TALLIES,
                TimeParameters.addRecordTime(Query.of("/api/v1/parties").with("limit", 200), times).toString());
    }

    /** What a party is called; its slug where that is not known. */
    public String name(String slug) {
        return slug == null ? null : names.getOrDefault(slug, slug);
    }

    /** What a party is called that a record names. */
    public String name(Data slug) {
        return slug == null ? null : name(slug.toString());
    }
}
