package org.parole.gateway.imports.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a column, a constant or a value of a mapping can say. */
final class Fields {

    /** What makes a report, beside what {@link #OF_BOTH} has. */
    static final List<String> OF_REPORTS = List.of("eventOn", "eventSince", "eventUntil", "direction", "releasingParty",
            "receivingParty", "commitment", "exchange", "kind", "stage", "basis", "quantity", "min", "max",
            "comparator", "outOf",
            "wording", "claimant", "speaksFor", "sourceKind", "place", "category", "categoryKind", "scope",
            "reliability",
            "credibility", "ordinal", "note");
    /** What makes a quote and its document. */
    static final List<String> OF_BOTH = List.of("row", "publishedAt", "outlet", "via", "url", "title", "citation",
            "language",
            "quotation", "original", "originalLanguage", "quoteKind", "channel", "cue", "role", "party", "saidOn",
            "topics",
            "agreement");
    static final Set<String> ALL = new LinkedHashSet<>();
    static final Set<String> DATES = Set.of("eventOn", "eventSince", "eventUntil", "publishedAt", "saidOn");
    static final Set<String> WHOLE_NUMBERS = Set.of("quantity", "min", "max", "outOf", "credibility", "ordinal");
    /** What has codes of Parole, which the cells' own words are mapped to. */
    static final Set<String> CODES = Set.of("kind", "stage", "basis", "comparator", "sourceKind", "quoteKind",
            "channel",
            "categoryKind", "reliability", "direction");
    /** What several columns may say together. */
    static final Set<String> JOINED = Set.of("note", "topics");

    static {
        ALL.addAll(OF_BOTH);
        ALL.addAll(OF_REPORTS);
    }

    private Fields() {
    }
}
