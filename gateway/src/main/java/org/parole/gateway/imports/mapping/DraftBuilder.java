package org.parole.gateway.imports.mapping;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the draft of one record from what a row says of it. */
final class DraftBuilder {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OWN_VOICE = "=outlet";
    private static final int LONGEST_QUOTATION = 2000;

    private final Mapping mapping;
    private final String dataset;
    private final List<Defect> defects;
    private Facts facts;

    DraftBuilder(Mapping mapping, String dataset, List<Defect> defects) {
        this.mapping = mapping;
        this.dataset = dataset;
        this.defects = defects;
    }

    /** The draft; what is wrong is added to the defects, and then it is of no use. */
    Draft build(Facts said, String label, String row) {
        facts = said;
        ObjectNode outlet = outlet();
        ObjectNode document = document(outlet, row);
        Who who = who(outlet);
        ObjectNode report = mapping.quotesOnly() ? null : report(document, who);
        ObjectNode quote = quote(document, who, report);
        if (mapping.quotesOnly() && quote == null) {
            defect("quotation", "must be given: the words of the quote");
        }
        String passage = facts.get("original") != null ? facts.get("original") : facts.get("quotation");
        return new Draft(label, document, passage, who.speaker(), quote, report);
    }

    /** What tells a document from others: its address, or what else it is found by. */
    static String documentKey(ObjectNode document) {
        return document.has("url")
                ? document.path("url").asText()
                : String.join("\n", document.path("outlet").path("name").asText(),
                        document.path("publishedAt").asText(),
                        document.path("title").asText(), document.path("citation").asText());
    }

    private void defect(String field, String reason) {
        defects.add(new Defect(facts.pointer(field), reason));
    }

    // --- The document ---

    private ObjectNode outlet() {
        String name = facts.get("outlet");
        if ("=host".equals(name)) {
            name = host(facts.get("url"));
        }
        if (name == null) {
            defect("outlet", "must be given: who published it");
            return JSON.objectNode();
        }
        ObjectNode entry = mapping.outlets().get(Names.key(name));
        if (entry == null && !mapping.newOutlets()) {
            defect("outlet", "is not among the outlets of the mapping: '" + name + "'");
        }
        ObjectNode outlet = JSON.objectNode().put("name", name);
        if (entry != null) {
            outlet.setAll(entry);
        }
        return outlet;
    }

    private static String host(String url) {
        try {
            String host = url == null ? null : URI.create(url).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^(www|m|amp)\\.", "");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private ObjectNode document(ObjectNode entry, String row) {
        ObjectNode document = JSON.objectNode();
        copy("url", document, "url");
        copy("title", document, "title");
        ObjectNode outlet = entry.deepCopy();
        outlet.remove("via");
        document.set("outlet", outlet);
        String published = date("publishedAt", true);
        if (published != null) {
            document.put("publishedAt", published);
        } else if (facts.get("publishedAt") == null) {
            defect("publishedAt", "must be given: when it was published");
        }
        document.put("language", language(outlet));
        if (facts.has("citation")) {
            document.put("citation", facts.get("citation"));
        } else if (!document.has("url") && !document.has("title")) {
            document.put("citation", (dataset == null ? "" : dataset + ", ") + row);
        }
        return document;
    }

    private String language(ObjectNode outlet) {
        String given = facts.get("language");
        if (given != null) {
            return given;
        }
        String words = facts.get("original") != null ? facts.get("original") : facts.get("quotation");
        if (words != null) {
            return Scripts.language(words, outlet.path("language").asText(mapping.language()));
        }
        return outlet.path("language").asText(mapping.language());
    }

    // --- Who says it ---

    /** Whose figure or words they are. */
    private record Who(ObjectNode speaker, ObjectNode claimant, String party, String sourceKind) {
    }

    private Who who(ObjectNode outlet) {
        String name = facts.get("claimant");
        ObjectNode entry = name == null || name.equals(OWN_VOICE) ? null : mapping.claimant(name);
        if (name == null && !mapping.quotesOnly()) {
            defect("claimant",
                    "must be given: whose figure it is; \"claimant\": \"=outlet\" takes the outlet's own voice");
        }
        if (name == null) {
            return new Who(null, null, null, null);
        }
        if (name.equals(OWN_VOICE) || entry != null && entry.path("outlet").asBoolean()) {
            String own = outlet.path("name").asText();
            return new Who(JSON.objectNode().put("name", own).put("kind", "ORGANISATION"),
                    JSON.objectNode().put("name", own),
                    null, "MEDIA");
        }
        if (entry == null && !mapping.newClaimants()) {
            defect("claimant", "is not among the claimants of the mapping: '" + name + "'");
            return new Who(null, null, null, null);
        }
        JsonNode known = entry == null ? JSON.objectNode() : entry;
        String called = known.path("name").asText(name);
        ObjectNode speaker = JSON.objectNode().put("name", called).put("kind",
                known.path("kind").asText("ORGANISATION"));
        String organ = facts.get("speaksFor") != null ? facts.get("speaksFor") : known.path("speaksFor").textValue();
        String party = partyOf(known, organ);
        if (party != null) {
            speaker.put("party", party);
        }
        if (known.path("aliases").isArray()) {
            speaker.set("aliases", known.path("aliases"));
        }
        ObjectNode claimant = JSON.objectNode().put("name", called);
        if (organ != null) {
            claimant.put("speaksFor", organ);
        }
        if (known.hasNonNull("spokeFor")) {
            claimant.put("spokeFor", known.path("spokeFor").asText());
        }
        if (known.hasNonNull("role") && !facts.has("role")) {
            facts.put("role", known.path("role").asText());
        }
        String side = facts.has("sourceKind") ? facts.get("sourceKind") : known.path("sourceKind").textValue();
        return new Who(speaker, claimant, party, side);
    }

    /** Its own party, or that of the organ it speaks for, which may be among the claimants or a party itself. */
    private String partyOf(JsonNode known, String organ) {
        String party = known.hasNonNull("party") ? known.path("party").asText() : facts.get("party");
        if (party == null && organ != null) {
            ObjectNode entry = mapping.claimant(organ);
            party = entry == null ? null : entry.path("party").textValue();
            if (party == null && mapping.partyOf(mapping.party(organ)).isPresent()) {
                party = organ;
            }
        }
        return party == null ? null : mapping.party(party);
    }

    // --- The report ---

    private ObjectNode report(ObjectNode document, Who who) {
        ObjectNode report = JSON.objectNode();
        Parties parties = subject(report);
        report.put("sourceKind", sourceKind(who, parties));
        code("stage", report);
        code("basis", report);
        quantity(report);
        dates(report);
        copy("category", report, "categoryDetail");
        copy("place", report, "place");
        copy("scope", report, "scope");
        copy("categoryKind", report, "categoryKind");
        copy("reliability", report, "reliability");
        copy("note", report, "note");
        number("outOf", report);
        number("credibility", report);
        number("ordinal", report);
        if (who.claimant() != null) {
            report.set("claimant", who.claimant());
        }
        report.set("publishedAt", document.path("publishedAt"));
        report.set("outlet", document.path("outlet").path("name"));
        ArrayNode chain = chain();
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
                defect("commitment",
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
            defect("releasingParty", "must be given: a commitment, an exchange, or the party that released");
            return new Parties(null, null);
        }
        report.put("releasingParty", releasing);
        if (receiving != null) {
            report.put("receivingParty", receiving);
        }
        return new Parties(releasing, receiving);
    }

    private String sourceKind(Who who, Parties parties) {
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
            defect("claimant", "nothing says which side '" + who.claimant().path("name").asText()
                    + "' is on: give it a party or a sourceKind in the mapping's claimants");
        }
        return null;
    }

    private void quantity(ObjectNode report) {
        String given = facts.get("quantity");
        String comparator = facts.get("comparator");
        if (given == null && (facts.has("min") || facts.has("max"))) {
            Integer min = wholeNumber("min");
            Integer max = wholeNumber("max");
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
                defect("quantity", "must be given: how many");
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
            defect("quantity", e.getMessage());
        }
    }

    private Numbers.Read vague(String comparator, Numbers.Read read) {
        if (comparator.equals("BETWEEN") && facts.has("max")) {
            Integer max = wholeNumber("max");
            return new Numbers.Read("BETWEEN", read.min(), max, read.outOf());
        }
        defect("comparator", "must not be " + comparator + " with the one number " + read.min());
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
            defect("eventOn", "must be given: when it happened");
            return;
        }
        try {
            Dates.Read on = Dates.read(text, facts.dateRule(facts.source("eventOn"), mapping.language()));
            String since = facts.has("eventSince") ? date("eventSince", false) : on.since();
            String until = facts.has("eventUntil") ? date("eventUntil", false) : null;
            String day = day(on.on());
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
            defect("eventOn", e.getMessage());
        }
    }

    // --- The quote ---

    private ObjectNode quote(ObjectNode document, Who who, ObjectNode report) {
        String words = facts.get("quotation");
        if (words == null) {
            return null;
        }
        ObjectNode quote = JSON.objectNode().put("content", words);
        String kind = facts.has("quoteKind") ? facts.get("quoteKind") : "INDIRECT";
        quote.put("kind", kind).put("channel", facts.has("channel") ? facts.get("channel") : "OTHER");
        String language = facts.has("original")
                ? mapping.language()
                : document.path("language").asText(mapping.language());
        quote.put("language", language);
        if (facts.has("original")) {
            quote.putObject("original").put("content", facts.get("original")).put("language",
                    facts.has("originalLanguage")
                            ? facts.get("originalLanguage")
                            : document.path("language").asText("und"));
        }
        copy("role", quote, "role");
        copy("cue", quote, "cue");
        String said = facts.has("saidOn") ? date("saidOn", false) : null;
        if (said != null) {
            quote.put("saidOn", said);
        }
        if (who.speaker() == null) {
            quote.putArray("speakerCandidates");
        }
        ArrayNode chain = chain();
        if (!chain.isEmpty()) {
            quote.set("reportingChain", chain);
        }
        about(quote, report);
        if (report != null) {
            report.withObjectProperty("evidence").put("quoteKind", kind);
        }
        return quote;
    }

    private void about(ObjectNode quote, ObjectNode report) {
        ObjectNode about = JSON.objectNode();
        if (report != null) {
            Optional<ObjectNode> commitment = mapping.commitment(report.path("commitment").asText());
            ArrayNode parties = JSON.arrayNode();
            for (String member : List.of("releasingParty", "receivingParty")) {
                String slug = commitment.map(c -> c.path(member).textValue()).orElse(report.path(member).textValue());
                if (slug != null) {
                    parties.add(slug);
                }
            }
            if (!parties.isEmpty()) {
                about.set("parties", parties);
            }
            commitment.map(c -> c.path("agreement").textValue())
                    .ifPresent(slug -> about.putArray("agreements").add(slug));
            if (report.has("exchange")) {
                about.putArray("exchanges").add(report.path("exchange").asText());
            }
        }
        if (facts.has("agreement") && !about.has("agreements")) {
            about.putArray("agreements").add(facts.get("agreement"));
        }
        if (facts.has("topics")) {
            ArrayNode topics = about.putArray("topics");
            for (String topic : facts.get("topics").split("\\s*[;,]\\s*")) {
                topics.add(topic);
            }
        }
        if (!about.isEmpty()) {
            quote.set("about", about);
        }
    }

    // --- What they share ---

    /** Through whom the outlet has it: the row's own word, or what the outlet's entry says. */
    private ArrayNode chain() {
        ArrayNode chain = JSON.arrayNode();
        String name = facts.get("outlet");
        ObjectNode entry = name == null ? null : mapping.outlets().get(Names.key(name));
        String via = facts.has("via") ? facts.get("via") : entry == null ? null : entry.path("via").textValue();
        if (via != null) {
            chain.addObject().put("name", via).put("kind", "OUTLET");
        }
        return chain;
    }

    private void copy(String field, ObjectNode object, String member) {
        if (facts.has(field)) {
            object.put(member, facts.get(field));
        }
    }

    private void code(String field, ObjectNode object) {
        if (facts.has(field)) {
            object.put(field, facts.get(field));
        } else {
            defect(field, "must be given: a column, a value of the column 'kind', or a constant");
        }
    }

    private void number(String field, ObjectNode object) {
        if (facts.has(field)) {
            object.put(field, wholeNumber(field));
        }
    }

    private Integer wholeNumber(String field) {
        if (!facts.has(field)) {
            return null;
        }
        try {
            Numbers.Read read = Numbers.read(facts.get(field), facts.language(field, mapping.language()));
            if (read.comparator().equals("EXACTLY")) {
                return read.min();
            }
            defect(field, "must be one whole number");
        } catch (Numbers.UnreadableNumberException e) {
            defect(field, e.getMessage());
        }
        return null;
    }

    private String date(String field, boolean withTime) {
        if (!facts.has(field)) {
            return null;
        }
        DateRule rule = facts.dateRule(facts.source(field), mapping.language());
        try {
            String on = Dates.read(facts.get(field), rule).on();
            if (withTime && on.length() < 10) {
                defect(field, "must name a day: '" + facts.get(field) + "'");
            }
            return withTime ? on : day(on);
        } catch (Dates.UnreadableDateException e) {
            defect(field, e.getMessage());
            return null;
        }
    }

    private static String day(String on) {
        return on.length() > 10 ? on.substring(0, 10) : on;
    }
}
