package org.parole.tally.count;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The release claims of 2020 in docs/sample, as reports for the count. Their labels serve as ids. */
final class Sample {

    static final String TALIBAN_PRISONERS = "us-taliban-2020-taliban-prisoners";
    static final String GOVERNMENT_CAPTIVES = "us-taliban-2020-government-captives";

    private Sample() {
    }

    private static final JsonNode ALL = read();

    static JsonNode all() {
        return ALL;
    }

    private static JsonNode read() {
        try (InputStream in = Sample.class.getResourceAsStream("/sample/release-reports.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Promise promised(String commitment) {
        return Promise.of(Quantity.exactly(commitment.equals(TALIBAN_PRISONERS) ? 5000 : 1000));
    }

    static List<Report> of(String commitment) {
        List<Report> reports = new ArrayList<>();
        for (JsonNode claim : all()) {
            JsonNode body = claim.get("report");
            if (body.get("commitment").asText().equals(commitment)) {
                reports.add(report(claim.get("label").asText(), body));
            }
        }
        return reports;
    }

    private static Report report(String label, JsonNode body) {
        String[] event = body.get("eventOn").asText().split("-");
        YearMonth month = YearMonth.of(Integer.parseInt(event[0]), Integer.parseInt(event[1]));
        int first = (int) (event.length == 3 ? month.atDay(Integer.parseInt(event[2])) : month.atDay(1)).toEpochDay();
        int last = event.length == 3 ? first : (int) month.atEndOfMonth().toEpochDay();
        int since = body.has("eventSince")
                ? (int) LocalDate.parse(body.get("eventSince").asText()).toEpochDay()
                : first;
        JsonNode quantity = body.get("quantity");
        String outlet = body.get("outlet").asText();
        return new Report(label, body.at("/claimant/name").asText(), text(body.at("/claimant/speaksFor")),
                SourceKind.valueOf(body.get("sourceKind").asText()), Stage.valueOf(body.get("stage").asText()),
                Basis.valueOf(body.get("basis").asText()),
                new Quantity(QuantityComparator.valueOf(quantity.get("comparator").asText()),
                        number(quantity.path("min")), number(quantity.path("max")), text(quantity.path("wording"))),
                new Days(since, first, last), part(body), Set.of(), false,
                LocalDate.parse(body.get("publishedAt").asText()).toEpochDay() * 86_400_000L, 0, Long.MAX_VALUE, false,
                new Source(outlet, body.has("reportingChain") ? body.at("/reportingChain/0/name").asText() : outlet,
                        body.at("/evidence/quoteKind").asText().equals("DIRECT")),
                null, null, false, number(body.path("ordinal")));
    }

    private static Part part(JsonNode body) {
        Integer outOf = number(body.path("outOf"));
        String category = text(body.path("categoryDetail"));
        String place = text(body.path("place"));
        return outOf == null && category == null && place == null ? Part.NONE : new Part(outOf, category, place, false);
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }

    private static Integer number(JsonNode node) {
        return node.isMissingNode() ? null : node.asInt();
    }
}
