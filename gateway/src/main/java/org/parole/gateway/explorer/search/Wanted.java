package org.parole.gateway.explorer.search;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.QueryParam;

import org.parole.gateway.compose.Query;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is searched for, as the address has it. */
@RegisterForReflection
public class Wanted {

    @QueryParam("q")
    public String q;
    @QueryParam("kind")
    public String kind;
    @QueryParam("channel")
    public String channel;
    @QueryParam("outlet")
    public String outlet;
    @QueryParam("speaker")
    public String speaker;
    @QueryParam("party")
    public String party;
    @QueryParam("agreement")
    public String agreement;
    @QueryParam("verification")
    public String verification;
    @QueryParam("language")
    public String language;
    @QueryParam("cursor")
    public String cursor;
    @QueryParam("lang")
    public String lang;

    /** The words; null where there are none. */
    public String words() {
        return q == null || q.isBlank() ? null : q.strip();
    }

    /** Where a long list goes on; null for its beginning. */
    String cursorOrNull() {
        return cursor == null || cursor.isBlank() ? null : cursor;
    }

    /** Whether facets are chosen, which only quotes have. */
    public boolean isNarrowed() {
        return !chosen().isEmpty();
    }

    /** The facets that are chosen. */
    Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        put(chosen, "kind", kind);
        put(chosen, "channel", channel);
        put(chosen, "outlet", outlet);
        put(chosen, "speaker", speaker);
        put(chosen, "party", party);
        put(chosen, "agreement", agreement);
        put(chosen, "verification", verification);
        put(chosen, "language", language);
        return chosen;
    }

    /** Adds the words and the chosen facets. */
    Query addTo(Query query) {
        query.with("q", words());
        chosen().forEach(query::with);
        return query;
    }

    /** This page with one facet chosen otherwise; null for any value. */
    String with(String facet, String value, String language) {
        Map<String, String> changed = chosen();
        changed.remove(facet);
        Query query = Query.of("/search").with("lang", language).with("q", words());
        changed.forEach(query::with);
        return query.with(facet, value).toString();
    }

    /** This page's address to go on from. */
    public String address(String language) {
        return with("", null, language);
    }

    private static void put(Map<String, String> chosen, String name, String value) {
        if (value != null && !value.isBlank()) {
            chosen.put(name, value);
        }
    }
}
