package org.parole.gateway.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.parole.gateway.imports.table.Table;
import org.parole.gateway.imports.table.TableFormat;
import org.parole.gateway.imports.table.TableLayout;
import org.parole.gateway.imports.table.TableRow;
import org.parole.gateway.imports.table.Tables;
import org.parole.kit.problem.FieldError;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A table that is read, guessed at and turned into drafts, as an import does it. */
final class TriedTable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final Guess.Proposal proposal;
    final List<String> headings;
    private final List<TableRow> rows;

    private TriedTable(List<TableRow> all) {
        TableLayout layout = Tables.located(all, TableLayout.UNKNOWN);
        List<TableRow> header = all.stream().filter(row -> row.line() >= layout.headerLine())
                .limit(layout.headerLines()).toList();
        this.headings = TableLayout.headings(header.isEmpty() ? all : header);
        long last = header.isEmpty() ? 0 : header.get(header.size() - 1).line();
        this.rows = all.stream().filter(row -> row.line() > last).toList();
        this.proposal = Guess.of(headings, rows, layout, Known.NOTHING);
    }

    static TriedTable of(String csv) {
        return of(csv.getBytes(StandardCharsets.UTF_8), TableFormat.CSV);
    }

    static TriedTable of(byte[] bytes, TableFormat format) {
        try {
            Path file = Files.createTempFile("table", "." + format.word());
            try {
                Files.write(file, bytes);
                return of(file, format);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TriedTable of(Path file, TableFormat format) throws IOException {
        try (Table table = Tables.open(file, format, TableLayout.UNKNOWN)) {
            return new TriedTable(Tables.head(table, 10_000));
        }
    }

    ObjectNode mapping() {
        return proposal.mapping();
    }

    /** Where the guess says that something is open. */
    List<String> undecided() {
        return proposal.undecided().stream().map(error -> error.pointer() + " " + error.detail()).toList();
    }

    /** A correction, as a reader of the mapping makes one. */
    TriedTable correct(String pointer, String json) {
        try {
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = mapping().at(pointer.substring(0, slash));
            assertThat(parent.isObject()).as(pointer).isTrue();
            ((ObjectNode) parent).set(pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~"),
                    MAPPER.readTree(json));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Mapping parsed() {
        List<FieldError> errors = new ArrayList<>();
        Mapping mapping = Mapping.of(mapping(), errors);
        assertThat(errors).isEmpty();
        assertThat(mapping.missing(headings)).isEmpty();
        return mapping;
    }

    List<RowReading> readings() {
        RowReader reader = new RowReader(parsed(), headings, "tried");
        return rows.stream().map(reader::read).toList();
    }

    List<String> refused() {
        return readings().stream()
                .flatMap(reading -> reading.defects().stream()
                        .map(defect -> reading.key() + " " + defect.pointer() + " " + defect.reason()))
                .toList();
    }

    /** Every draft of a row that is not refused, by its label. */
    Map<String, Draft> drafts() {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        readings().forEach(reading -> reading.drafts().forEach(draft -> drafts.put(draft.label(), draft)));
        return drafts;
    }

    /** A report in short: who releases whom, stage, basis, number, day, claimant and side, outlet. */
    static String inShort(Draft draft) {
        JsonNode report = draft.report();
        JsonNode quantity = report.path("quantity");
        String number = quantity.has("min")
                ? quantity.path("min").asText()
                        + (quantity.has("max") && !quantity.path("max").equals(quantity.path("min"))
                                ? "-" + quantity.path("max").asText()
                                : "")
                : quantity.path("max").asText(quantity.path("wording").asText());
        return String.join(" | ", report.path("commitment").asText(report.path("releasingParty").asText()),
                report.path("stage").asText() + " " + report.path("basis").asText(),
                quantity.path("comparator").asText() + " " + number,
                (report.has("eventSince") ? report.path("eventSince").asText() + "/" : "")
                        + report.path("eventOn").asText(),
                report.path("publishedAt").asText(),
                report.path("claimant").path("name").asText() + " " + report.path("sourceKind").asText(),
                report.path("outlet").asText());
    }

    List<String> inShort() {
        return drafts().values().stream().map(TriedTable::inShort).toList();
    }
}
