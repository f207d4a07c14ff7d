package org.parole.gateway.explorer.edit;

import org.parole.gateway.explorer.Data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes of a form what the intake takes. */
final class IntakeForm {

    private static final String LABEL = "label";
    private static final String SPEAKER = "speaker";
    private static final String QUOTE = "quote";

    private IntakeForm() {
    }

    /** The intake; what cannot be read is told at its field. */
    static ObjectNode body(Form form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        document(form, body.putObject("document"));
        if (form.orNull("content") == null) {
            form.error("content", "must be given: mark a passage of the text");
        }
        if (form.orNull(SPEAKER) == null) {
            form.error(SPEAKER, "must be given");
        }
        ObjectNode speaker = body.putArray("speakers").addObject().put(LABEL, SPEAKER);
        put(speaker, "name", form.orNull(SPEAKER));
        put(speaker, "kind", form.orNull("speakerKind"));
        quote(form, body.putArray("quotes").addObject().put(LABEL, QUOTE).put(SPEAKER, SPEAKER));
        if (form.orNull("figure") != null) {
            report(form, body.putArray("releaseReports").addObject().put(LABEL, "report"));
        }
        return body;
    }

    private static void document(Form form, ObjectNode document) {
        if (form.orNull("documentId") != null) {
            document.put("id", form.orNull("documentId"));
            return;
        }
        put(document, "url", form.orNull("url"));
        put(document, "title", form.orNull("title"));
        ObjectNode outlet = document.putObject("outlet");
        put(outlet, "name", form.orNull("outlet"));
        put(outlet, "kind", form.orNull("kind"));
        put(document, "publishedAt", form.orNull("publishedAt"));
        put(document, "language", form.orNull("language"));
        // As the browser showed it, so that positions are the same: browsers send other line ends than they show.
        document.put("text", form.get("text").replace("\r\n", "\n"));
        put(document, "textKind", form.orNull("textKind"));
    }

    private static void quote(Form form, ObjectNode quote) {
        put(quote, "content", content(form));
        put(quote, "role", form.orNull("role"));
        put(quote, "kind", form.orNull("quoteKind"));
        put(quote, "saidOn", form.orNull("saidOn"));
        put(quote, "channel", form.orNull("channel"));
        put(quote, "language", form.orNull("language"));
        if (form.orNull("agreement") != null) {
            quote.putObject("about").putArray("agreements").add(form.orNull("agreement"));
        }
        Long start = form.number("start");
        Long end = form.number("end");
        ObjectNode anchor = quote.putArray("anchors").addObject();
        put(anchor, "exact", content(form));
        if (start != null && end != null) {
            anchor.put("start", start).put("end", end);
        }
    }

    /** A release report that rests on a quote that is on record; what cannot be read is told at its field. */
    static ObjectNode report(Form form, Data quote) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        if (form.orNull("figure") == null) {
            form.error("figure", "must be given");
        }
        // A quote may leave open who speaks. Only an editor can say whose figure it is then.
        if (form.orNull("claimant") == null) {
            form.error("claimant", "must be given");
        }
        figure(form, report);
        ObjectNode claimant = report.putObject("claimant");
        put(claimant, "name", form.orNull("claimant"));
        Data speaker = quote.data(SPEAKER);
        if (speaker != null && speaker.text("name").equals(form.orNull("claimant"))) {
            claimant.put("speakerId", speaker.text("id"));
        }
        Data document = quote.data("document");
        Data outlet = document == null ? null : document.data("outlet");
        if (outlet != null) {
            put(report, "outlet", outlet.text("name"));
            put(report, "publishedAt", document.text("publishedAt"));
        }
        ObjectNode evidence = report.putObject("evidence").put("quoteId", quote.text("id"));
        put(evidence, "quoteKind", quote.text("kind"));
        return report;
    }

    private static void report(Form form, ObjectNode report) {
        figure(form, report);
        report.putObject("claimant").put(SPEAKER, SPEAKER);
        report.putObject("evidence").put(QUOTE, QUOTE).put("quotation", content(form));
    }

    private static void figure(Form form, ObjectNode report) {
        Long figure = form.number("figure");
        put(report, "commitment", form.orNull("commitment"));
        put(report, "sourceKind", form.orNull("sourceKind"));
        put(report, "stage", form.orNull("stage"));
        put(report, "basis", form.orNull("basis"));
        put(report, "eventOn", form.orNull("eventOn"));
        ObjectNode quantity = report.putObject("quantity");
        String comparator = form.orNull("comparator") == null ? "EXACTLY" : form.orNull("comparator");
        quantity.put("comparator", comparator);
        if (figure != null) {
            if (!comparator.equals("UP_TO")) {
                quantity.put("min", figure);
            }
            if (!comparator.equals("AT_LEAST") && !comparator.equals("OVER")) {
                quantity.put("max", figure);
            }
        }
        put(quantity, "wording", form.orNull("wording") == null ? form.orNull("figure") : form.orNull("wording"));
    }

    private static String content(Form form) {
        return form.orNull("content") == null ? null : form.orNull("content").replace("\r\n", "\n");
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
