package org.parole.gateway.imports.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts the drafts of one document together into the body of an intake. */
public final class IntakeBodies {

    /** The most passages that one intake takes. */
    public static final int MOST_PASSAGES = 50;

    private IntakeBodies() {
    }

    /**
     * The body that takes drafts in.
     *
     * @param drafts of one document, at least one, each with another label
     * @param documentId the document's id where it is recorded already; null otherwise
     * @param withPassages whether the document's excerpt grows by what the drafts quote; not where it has its full text
     */
    public static ObjectNode of(List<Draft> drafts, String documentId, boolean withPassages) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode document = body.putObject("document");
        if (documentId != null) {
            document.put("id", documentId);
        } else {
            describe(document, drafts);
        }
        Set<String> passages = new LinkedHashSet<>();
        ArrayNode speakers = body.putArray("speakers");
        ArrayNode quotes = body.putArray("quotes");
        ArrayNode reports = body.putArray("releaseReports");
        Map<ObjectNode, String> labels = new LinkedHashMap<>();
        Map<ObjectNode, String> sameQuotes = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String speaker = draft.speaker() == null || draft.quote() == null && draft.report() == null
                    ? null
                    : labels.computeIfAbsent(draft.speaker(), node -> "speaker-" + (labels.size() + 1));
            if (draft.passage() != null) {
                passages.add(draft.passage());
            }
            String quote = draft.quote() == null ? null : quote(draft, speaker, quotes, sameQuotes);
            if (draft.report() != null) {
                reports.add(report(draft, speaker, quote));
            }
        }
        labels.forEach((node, label) -> speakers.add(node.deepCopy().put("label", label)));
        if (withPassages && !passages.isEmpty()) {
            ArrayNode array = document.putArray("passages");
            passages.forEach(array::add);
        }
        return body;
    }

    /** One sentence with two numbers in it is one quote of its speaker, on which both reports rest. */
    private static String quote(Draft draft, String speaker, ArrayNode quotes, Map<ObjectNode, String> sameQuotes) {
        ObjectNode quote = draft.quote().deepCopy();
        if (speaker != null) {
            quote.put("speaker", speaker);
        }
        String known = sameQuotes.putIfAbsent(quote.deepCopy(), draft.label());
        if (known == null) {
            quotes.add(quote.put("label", draft.label()));
        }
        return known == null ? draft.label() : known;
    }

    private static ObjectNode report(Draft draft, String speaker, String quote) {
        ObjectNode report = draft.report().deepCopy();
        report.put("label", draft.label());
        if (speaker != null) {
            report.withObjectProperty("claimant").put("speaker", speaker);
        }
        if (quote != null) {
            report.withObjectProperty("evidence").put("quote", quote);
        }
        return report;
    }

    /** What any of the rows says of it, and the earliest day that one gives for its publication. */
    private static void describe(ObjectNode document, List<Draft> drafts) {
        for (Draft draft : drafts) {
            draft.document().properties().forEach(member -> {
                String before = document.path(member.getKey()).asText(null);
                if (before == null
                        || member.getKey().equals("publishedAt") && member.getValue().asText().compareTo(before) < 0) {
                    document.set(member.getKey(), member.getValue());
                }
            });
        }
    }
}
