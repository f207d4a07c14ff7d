package org.parole.gateway.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceName;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what the services answer to an intake; an id that is none is a {@link ServiceFailure.Kind#BROKEN} answer. */
final class IntakeAnswers {

    private IntakeAnswers() {
    }

    /** The document, the outlet, the speakers and the quotes. */
    static IntakeResult ofQuotes(JsonNode body) {
        return new IntakeResult(id(ServiceName.QUOTES, body.path("documentId")),
                id(ServiceName.QUOTES, body.path("outletId")), labelled(ServiceName.QUOTES, body.path("speakers")),
                quotes(body.path("quotes")), List.of(), List.of(), List.of());
    }

    /** The same with the exchanges, commitments and reports of the tally-service. */
    static IntakeResult withTallies(IntakeResult quotes, JsonNode tallies) {
        return new IntakeResult(quotes.documentId(), quotes.outletId(), quotes.speakers(), quotes.quotes(),
                labelled(ServiceName.TALLIES, tallies.path("releaseReports")), slugs(tallies.path("exchanges")),
                slugs(tallies.path("commitments")));
    }

    private static List<IntakeResult.LabelledQuote> quotes(JsonNode list) {
        List<IntakeResult.LabelledQuote> quotes = new ArrayList<>();
        list.forEach(entry -> quotes.add(new IntakeResult.LabelledQuote(entry.path("label").asText(),
                id(ServiceName.QUOTES, entry.path("id")), entry.get("verification"))));
        return quotes;
    }

    private static List<IntakeResult.LabelledSlug> slugs(JsonNode list) {
        return list.findParents("label").stream()
                .map(entry -> new IntakeResult.LabelledSlug(entry.path("label").asText(), entry.path("slug").asText()))
                .toList();
    }

    private static List<IntakeResult.Labelled> labelled(ServiceName service, JsonNode list) {
        return list.findParents("label").stream()
                .map(entry -> new IntakeResult.Labelled(entry.path("label").asText(), id(service, entry.path("id"))))
                .toList();
    }

    private static UUID id(ServiceName service, JsonNode id) {
        if (id.isMissingNode() || id.isNull()) {
            return null;
        }
        try {
            return UUID.fromString(id.asText());
        } catch (IllegalArgumentException e) {
            throw new ServiceFailure(service, ServiceFailure.Kind.BROKEN, e);
        }
    }
}
