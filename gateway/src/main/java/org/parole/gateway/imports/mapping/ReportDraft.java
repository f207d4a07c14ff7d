package org.parole.gateway.imports.mapping;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the draft of a release report from what a row says of it. */
final class ReportDraft {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_QUOTATION = 2000;

    private final Mapping mapping;
    private final RowValues row;
    private final Facts facts;

    ReportDraft(Mapping mapping, RowValues row) {
        this.mapping = mapping;
        this.row = row;
        facts = row.facts();
    }

    /** The report's body, in the document and by the claimant of the row. */
    ObjectNode report(ObjectNode document, DraftBuilder.Who who) {
        ObjectNode report = JSON.objectNode();
        Parties parties = subject(report);
        report.put("sourceKind", sourceKind(who, parties));
        row.code("stage", report);
        row.code("basis", report);
        quantity(report);
        dates(report);
        row.copy("category", report, "categoryDetail");
        row.copy("place", report, "place");
        row.copy("scope", report, "scope");
        row.copy("categoryKind", report, "categoryKind");
        row.copy("reliability", report, "reliability");
        row.copy("note", report, "note");
        row.number("outOf", report);
        row.number("credibility", report);
        row.number("ordinal", report);
        if (who.claimant() != null) {
            report.set("claimant", who.claimant());
        }
        report.set("publishedAt", document.path("publishedAt"));
        report.set("outlet", document.path("outlet").path("name"));
        ArrayNode chain = row.chain();
        if (!chain.isEmpty()) {
            report.set("reportingChain", chain);
        }
        ObjectNode evidence = report.putObject("evidence");
        String words = facts.get("quotation");
        if (words != null) {
            evidence.put("quotation",
                    words.length() > LONGEST_QUOTATION ? words.substring(0, LONGEST_QUOTATION) : words);
        }
        if (document.has("url")) {
            evidence.set("documentUrl", document.path("url"));
        }
        return report;
    }

    private record Parties(String releasing, String receiving) {
    }

    private Parties subject(ObjectNode report) {
        String exchange = facts.get("exchange");
        String commitment = facts.get("commitment");
        String releasing = facts.has("releasingParty") ? mapping.party(facts.get("releasingParty")) : null;
        String receiving = facts.has("receivingParty") ? mapping.party(facts.get("receivingParty")) : null;
        if (commitment == null && exchange == null && releasing != null && receiving != null) {
            List<ObjectNode> between = mapping.commitments(releasing, receiving);
            if (between.size() > 1) {
                row.defect("commitment",
                        "must be given: the mapping has " + between.size() + " commitments of " + releasing + " to "
                                + receiving);
            }
            commitment = between.size() == 1 ? between.get(0).path("slug").asText() : null;
        }
        if (commitment != null) {
            Optional<ObjectNode> known = mapping.commitment(commitment);
            report.put("commitment", commitment);
            return new Parties(known.map(c -> c.path("releasingParty").asText()).orElse(releasing),
                    known.map(c -> c.path("receivingParty").asText()).orElse(receiving));
        }
        if (exchange != null && releasing == null) {
            report.put("exchange", exchange);
            return new Parties(null, null);
        }
        if (releasing == null) {
            row.defect("releasingParty", "must be given: a commitment, an exchange, or the party that released");
            return new Parties(null, null);
        }
        report.put("releasingParty", releasing);
        if (receiving != null) {
            report.put("receivingParty", receiving);
        }
        return new Parties(releasing, receiving);
    }

    private String sourceKind(DraftBuilder.Who who, Parties parties) {
        if (who.sourceKind() != null) {
            return who.sourceKind();
        }
        if (who.party() != null && who.party().equals(parties.releasing())) {
            return "RELEASING_PARTY";
        }
        if (who.party() != null && who.party().equals(parties.receiving())) {
            return "RECEIVING_PARTY";
        }
        String kind = who.party() == null
                ? ""
                : mapping.partyOf(who.party()).map(party -> party.path("kind").asText()).orElse("");
        if (kind.equals("MEDIATOR") || kind.equals("MONITOR")) {
            return kind;
        }
        if (who.claimant() != null) {
            row.defect("claimant", "nothing says which side '" + who.claimant().path("name").asText()
                    + "' is on: give it a party or a sourceKind in the mapping's claimants");
        }
        return null;
    }

    private void quantity(ObjectNode report) {
        String given = facts.get("quantity");
        String comparator = facts.get("comparator");
        if (given == null && (facts.has("min") || facts.has("max"))) {
            Integer min = row.wholeNumber("min");
            Integer max = row.wholeNumber("max");
            put(report,
                    new Numbers.Read(
                            min == null ? "UP_TO" : max == null ? "AT_LEAST" : min.equals(max) ? "EXACTLY" : "BETWEEN",
                            min, max, null),
                    null);
            return;
        }
        if (given == null) {
            if (!"DENIED".equals(facts.get("stage")) && !"SUSPENDED".equals(facts.get("stage"))
                    && !facts.has("ordinal")) {
                row.defect("quantity", "must be given: how many");
            }
            return;
        }
        try {
            Numbers.Read read = Numbers.read(given, facts.language("quantity", mapping.language()));
            boolean plain = read.comparator().equals("EXACTLY");
            if (plain && comparator != null && !comparator.equals("EXACTLY")) {
                read = comparator.equals("BETWEEN") || comparator.equals("SOME")
                        ? vague(comparator, read)
                        : Numbers.of(comparator, read.min(), read.outOf());
            }
            String wording = facts.has("wording")
                    ? facts.get("wording")
                    : plain && given.matches("[\\p{Nd}\\s.,]+") ? null : given;
            put(report, read, wording);
        } catch (Numbers.UnreadableNumberException e) {
            row.defect("quantity", e.getMessage());
        }
    }

    private Numbers.Read vague(String comparator, Numbers.Read read) {
        if (comparator.equals("BETWEEN") && facts.has("max")) {
            Integer max = row.wholeNumber("max");
            return new Numbers.Read("BETWEEN", read.min(), max, read.outOf());
        }
        row.defect("comparator", "must not be " + comparator + " with the one number " + read.min());
        return read;
    }

    private static void put(ObjectNode report, Numbers.Read read, String wording) {
        ObjectNode quantity = report.putObject("quantity").put("comparator", read.comparator());
        if (read.min() != null) {
            quantity.put("min", read.min());
        }
        if (read.max() != null) {
            quantity.put("max", read.max());
        }
        if (wording != null) {
            quantity.put("wording", wording.length() > 300 ? wording.substring(0, 300) : wording);
        }
        if (read.outOf() != null) {
            report.put("outOf", read.outOf());
        }
    }

    private void dates(ObjectNode report) {
        String text = facts.get("eventOn");
        if (text == null) {
            row.defect("eventOn", "must be given: when it happened");
            return;
        }
        try {
            Dates.Read on = Dates.read(text, facts.dateRule(facts.source("eventOn"), mapping.language()));
            String since = facts.has("eventSince") ? row.date("eventSince", false) : on.since();
            String until = facts.has("eventUntil") ? row.date("eventUntil", false) : null;
            String day = RowValues.day(on.on());
            if (until != null) {
                // The column of the event is where a span begins, if another one says where it ends.
                since = day;
                day = until;
            }
            report.put("eventOn", day);
            if (since != null && !since.equals(day)) {
                report.put("eventSince", since);
            }
        } catch (Dates.UnreadableDateException e) {
            row.defect("eventOn", e.getMessage());
        }
    }
}
