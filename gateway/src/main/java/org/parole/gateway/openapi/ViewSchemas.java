package org.parole.gateway.openapi;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the parts of composed views are. The gateway passes them on as the services have them and has no classes for them, but
 * clients should have types; a part that is missing is null.
 */
final class ViewSchemas {

    private static final String LIST = "[]";
    private static final String NULL = "null";

    // view, its part, and what of the services' schemas it is
    private static final List<List<String>> PARTS = List.of(
            List.of("Dossier", "agreement", "Agreement"), List.of("Dossier", "commitments", "Commitment" + LIST),
            List.of("Dossier", "tallies", "Tally" + LIST), List.of("Dossier", "quotes", "QuotePage"),
            List.of("ExchangeDossier", "exchange", "Exchange"),
            List.of("ExchangeDossier", "joint", "JointTally"),
            List.of("ExchangeDossier", "jointCounts", "ReleaseReport" + LIST),
            List.of("ExchangeDossier", "quotes", "QuotePage"), List.of("ExchangeDirection", "commitment", "Commitment"),
            List.of("ExchangeDirection", "tally", "Tally"), List.of("SpeakerRecord", "speaker", "Speaker"),
            List.of("SpeakerRecord", "quotes", "QuotePage"),
            List.of("SpeakerRecord", "releaseReports", "PageReportView"),
            List.of("SpeakerRecord", "tallies", "Tally" + LIST),
            List.of("Evidence", "report", "ReleaseReport"), List.of("Evidence", "quote", "Quote"),
            List.of("Evidence", "document", "Document|DocumentRef"),
            List.of("Evidence", "verification", "Verification"), List.of("TimelineEntry", "quote", "Quote"),
            List.of("TimelineEntry", "releaseReport", "ReleaseReport"),
            List.of("SearchSection", "items", "Quote[]|Speaker[]|Agreement[]|ReleaseReport[]"),
            List.of("SearchResult", "quotes", "SearchSection"), List.of("SearchResult", "speakers", "SearchSection"),
            List.of("SearchResult", "agreements", "SearchSection"),
            List.of("SearchResult", "releaseReports", "SearchSection"));

    private ViewSchemas() {
    }

    static void complete(ObjectNode schemas) {
        for (List<String> part : PARTS) {
            if (schemas.path(part.get(0)).path("properties") instanceof ObjectNode properties
                    && properties.has(part.get(1))) {
                ObjectNode property = properties.putObject(part.get(1));
                if (part.get(2).endsWith(LIST)) {
                    // Many generators cannot choose between lists, but all of them between items.
                    property.putArray("type").add("array").add("null");
                    add(property.putObject("items"), part.get(2).replace(LIST, ""), schemas);
                } else {
                    add(property, part.get(2) + "|" + NULL, schemas);
                }
            }
        }
        // The old and the new value of a field may be anything.
        if (schemas.path("FieldChange").path("properties") instanceof ObjectNode change) {
            for (Map.Entry<String, String> side : Map.of("from", "The value before.", "to", "The value since.")
                    .entrySet()) {
                change.putObject(side.getKey()).put("description", side.getValue());
            }
        }
    }

    private static void add(ObjectNode to, String types, ObjectNode schemas) {
        String[] names = types.split("\\|");
        for (String name : names) {
            ObjectNode one = names.length == 1 ? to : to.withArrayProperty("anyOf").addObject();
            if (name.equals(NULL)) {
                one.put("type", NULL);
            } else if (schemas.has(name)) {
                one.put("$ref", "#/components/schemas/" + name);
            } else {
                throw new IllegalStateException("The services have no schema " + name);
            }
        }
    }
}
