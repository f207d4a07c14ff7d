package org.parole.gateway.imports.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tables in the columns of UCDP GED and ACLED: those that Parole exports, whose own columns say what each release was, and those of
 * the peers themselves, whose numbers are deaths.
 */
final class PeerTable {

    private static final Set<String> OURS = Set.of("parole.stage", "parole.basis", "parole.number");
    private static final Set<String> OF_GED = Set.of("deaths_a", "deaths_b", "best");
    private static final Set<String> OF_ACLED = Set.of("event_id_cnty", "fatalities");
    private static final Set<String> DEATHS = Set.of("best", "high", "low", "deaths_a", "deaths_b", "deaths_civilians",
            "deaths_unknown", "fatalities");
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("id", "row");
        FIELDS.put("event_id_cnty", "row");
        FIELDS.put("side_a", "releasingParty");
        FIELDS.put("side_b", "receivingParty");
        FIELDS.put("actor1", "releasingParty");
        FIELDS.put("actor2", "receivingParty");
        FIELDS.put("where_description", "place");
        FIELDS.put("location", "place");
        FIELDS.put("parole.number", "quantity");
        // The upper end of what is between two numbers; the others have one.
        FIELDS.put("parole.high", "max");
        for (String field : Set.of("stage", "basis", "comparator", "wording", "outOf", "eventOn", "eventSince",
                "category", "categoryKind", "scope", "ordinal", "commitment", "exchange", "claimant", "speaksFor",
                "sourceKind", "publishedAt", "outlet", "url", "quotation", "reliability", "credibility", "note")) {
            FIELDS.put("parole." + field, field);
        }
    }

    private final boolean isOurs;
    private final boolean isOfDeaths;

    PeerTable(Collection<String> headings) {
        isOurs = headings.containsAll(OURS);
        isOfDeaths = headings.containsAll(OF_GED) || headings.containsAll(OF_ACLED);
    }

    /** Whether Parole has written it, so that each of its columns has one meaning. */
    boolean isOurs() {
        return isOurs;
    }

    /** The field that a column of such a table fills; empty where it fills none. */
    Optional<String> field(String heading) {
        return Optional.ofNullable(FIELDS.get(heading));
    }

    /** Whether a column counts deaths, which are no releases. */
    boolean countsDeaths(String heading) {
        return isOfDeaths && DEATHS.contains(heading);
    }
}
