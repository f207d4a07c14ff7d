package org.parole.gateway.explorer.agreement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.parole.gateway.explorer.Data;
import org.parole.gateway.timeline.TimelineEntry;
import org.parole.gateway.timeline.TimelinePage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The entries of a timeline, without the quotes that stand there already as the evidence of a report. */
final class Entries {

    private Entries() {
    }

    static List<Data> of(TimelinePage page) {
        Set<String> shown = page.items().stream().filter(entry -> entry.releaseReport() != null)
                .map(entry -> entry.releaseReport().path("evidence").path("quoteId").asText())
                .collect(Collectors.toSet());
        return page.items().stream()
                .filter(entry -> entry.quote() == null || !shown.contains(entry.quote().path("id").asText()))
                .map(Entries::entry).toList();
    }

    private static Data entry(TimelineEntry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", entry.at());
        node.put("published", entry.atIs() == TimelineEntry.Time.PUBLICATION);
        node.set("quote", entry.quote());
        node.set("report", entry.releaseReport());
        return Data.of(node);
    }
}
