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

    private final Mapping mapping;
    private final String dataset;
    private final List<Defect> defects;
    private Facts facts;
    private RowValues row;

    DraftBuilder(Mapping mapping, String dataset, List<Defect> defects) {
        this.mapping = mapping;
        this.dataset = dataset;
        this.defects = defects;
    }

    /** The draft; what is wrong is added to the defects, and then it is of no use. */
    Draft build(Facts said, String label, String place) {
        facts = said;
        row = new RowValues(mapping, said, defects);
        ObjectNode outlet = outlet();
        ObjectNode document = document(outlet, place);
        Who who = who(outlet);
        ObjectNode report = mapping.quotesOnly() ? null : new ReportDraft(mapping, row).report(document, who);
        ObjectNode quote = quote(document, who, report);
        if (mapping.quotesOnly() && quote == null) {
            row.defect("quotation", "must be given: the words of the quote");
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

    // --- The document ---

    private ObjectNode outlet() {
        String name = facts.get("outlet");
        if ("=host".equals(name)) {
            name = host(facts.get("url"));
        }
        if (name == null) {
            row.defect("outlet", "must be given: who published it");
            return JSON.objectNode();
        }
        ObjectNode entry = mapping.outlets().get(Names.key(name));
        if (entry == null && !mapping.newOutlets()) {
            row.defect("outlet", "is not among the outlets of the mapping: '" + name + "'");
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

    private ObjectNode document(ObjectNode entry, String place) {
        ObjectNode document = JSON.objectNode();
        row.copy("url", document, "url");
        row.copy("title", document, "title");
        ObjectNode outlet = entry.deepCopy();
        outlet.remove("via");
        document.set("outlet", outlet);
        String published = row.date("publishedAt", true);
        if (published != null) {
            document.put("publishedAt", published);
        } else if (facts.get("publishedAt") == null) {
            row.defect("publishedAt", "must be given: when it was published");
        }
        document.put("language", language(outlet));
        if (facts.has("citation")) {
            document.put("citation", facts.get("citation"));
        } else if (!document.has("url") && !document.has("title")) {
            document.put("citation", (dataset == null ? "" : dataset + ", ") + place);
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
    record Who(ObjectNode speaker, ObjectNode claimant, String party, String sourceKind) {
    }

    private Who who(ObjectNode outlet) {
        String name = facts.get("claimant");
        ObjectNode entry = name == null || name.equals(OWN_VOICE) ? null : mapping.claimant(name);
        if (name == null && !mapping.quotesOnly()) {
            row.defect("claimant",
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
            row.defect("claimant", "is not among the claimants of the mapping: '" + name + "'");
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
        row.copy("role", quote, "role");
        row.copy("cue", quote, "cue");
        String said = facts.has("saidOn") ? row.date("saidOn", false) : null;
        if (said != null) {
            quote.put("saidOn", said);
        }
        if (who.speaker() == null) {
            quote.putArray("speakerCandidates");
        }
        ArrayNode chain = row.chain();
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
}
