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
            List.of("Dossier", "agreement", "Agreement|null"), List.of("Dossier", "commitments", "Commitment[]|null"),
            List.of("Dossier", "tallies", "Tally[]|null"), List.of("Dossier", "quotes", "QuotePage|null"),
            List.of("ExchangeDossier", "exchange", "Exchange"),
            List.of("ExchangeDossier", "joint", "JointTally|null"),
            List.of("ExchangeDossier", "jointCounts", "ReleaseReport[]|null"),
            List.of("ExchangeDossier", "quotes", "QuotePage|null"),
            List.of("ExchangeDirection", "commitment", "Commitment"),
            List.of("ExchangeDirection", "tally", "Tally|null"), List.of("SpeakerRecord", "speaker", "Speaker"),
            List.of("SpeakerRecord", "quotes", "QuotePage|null"),
            List.of("SpeakerRecord", "releaseReports", "ReleaseReportPage|null"),
            List.of("SpeakerRecord", "tallies", "Tally[]|null"),
            List.of("Evidence", "report", "ReleaseReport"), List.of("Evidence", "quote", "Quote|null"),
            List.of("Evidence", "document", "Document|DocumentRef|null"),
            List.of("Evidence", "verification", "Verification|null"), List.of("TimelineEntry", "quote", "Quote"),
            List.of("TimelineEntry", "releaseReport", "ReleaseReport"),
            List.of("ChangePage", "items", "Change[]"),
            List.of("IntakeQuoteRecord", "verification", "Verification"),
            List.of("SearchSection", "items", "Quote|Speaker|Agreement|ReleaseReport[]"),
            List.of("SearchResult", "quotes", "SearchSection|null"),
            List.of("SearchResult", "speakers", "SearchSection|null"),
            List.of("SearchResult", "agreements", "SearchSection|null"),
            List.of("SearchResult", "releaseReports", "SearchSection|null"));

    private ViewSchemas() {
    }

    static void complete(ObjectNode schemas) {
        for (List<String> part : PARTS) {
            if (schemas.path(part.get(0)).path("properties") instanceof ObjectNode properties
                    && properties.has(part.get(1))) {
                String description = properties.path(part.get(1)).path("description").asText();
                ObjectNode property = properties.putObject(part.get(1));
                String types = part.get(2).replace("[]", "");
                if (part.get(2).contains(LIST)) {
                    // Many generators cannot choose between lists, but all of them between items.
                    if (types.endsWith("|" + NULL)) {
                        property.putArray("type").add("array").add(NULL);
                    } else {
                        property.put("type", "array");
                    }
                    add(property.putObject("items"), types.replace("|" + NULL, ""), schemas);
                } else {
                    add(property, types, schemas);
                }
                if (!description.isEmpty()) {
                    property.put("description", description);
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
