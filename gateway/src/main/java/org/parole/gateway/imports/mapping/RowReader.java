package org.parole.gateway.imports.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parole.gateway.imports.table.TableRow;
import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns the rows of a table into drafts of records, as a mapping says. */
public final class RowReader {

    private static final int LONGEST_KEY = 80;
    private static final List<String> IDENTITY = List.of("url", "title", "citation", "outlet", "publishedAt",
            "releasingParty",
            "receivingParty", "commitment", "exchange", "claimant", "stage", "basis", "kind", "eventOn", "category",
            "place", "scope");

    private static final Set<String> OF_A_CLAIM = Set.of("row", "eventOn", "publishedAt", "releasingParty",
            "receivingParty",
            "direction", "claimant", "outlet", "place", "title");

    private final Mapping mapping;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final String dataset;

    /**
     * For a table.
     *
     * @param headings its headings, among which all are that the mapping names
     * @param dataset the name of the data set
     */
    public RowReader(Mapping mapping, List<String> headings, String dataset) {
        this.mapping = mapping;
        this.dataset = dataset;
        for (int i = 0; i < headings.size(); i++) {
            indexes.putIfAbsent(headings.get(i), i);
        }
    }

    /** Reads a row; whatever is wrong with it is told at once. */
    public RowReading read(TableRow row) {
        return read(row, null);
    }

    /** Reads a row that is known by a key already; null for one that is not. */
    public RowReading read(TableRow row, String knownKey) {
        List<Defect> defects = new ArrayList<>();
        Facts shared = Facts.of(mapping.constants());
        take(mapping.columns(), row, shared, defects);
        String id = shared.get("row");
        String key = knownKey != null ? knownKey : id == null ? identity(shared, row) : id;
        ObjectNode own = mapping.rows().get(id == null ? String.valueOf(row.line()) : id);
        List<Facts> all = new ArrayList<>();
        for (Template template : mapping.templates()) {
            Facts facts = shared.copy();
            take(template.columns(), row, facts, defects);
            template.constants().forEach(facts::put);
            if (own != null) {
                facts.putAll(own);
            }
            if (template.columns().isEmpty()
                    || template.columns().stream().anyMatch(column -> saysSomething(column, row))) {
                also(facts, own, all);
            }
        }
        if (all.isEmpty()) {
            defects.add(new Defect("", "has no number in any of the columns that make records"));
        }
        mapping.columns().stream().filter(column -> isSum(column, row)).findFirst().ifPresent(column -> {
            // What follows from taking the word for a date or a name would only confuse.
            defects.clear();
            defects.add(new Defect("/" + Mapping.pointer(column.heading()),
                    "names a sum of other rows, which is no claim: '" + cell(column, row) + "'"));
        });
        if (row.cells().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
            defects.add(new Defect("", "has bytes that are no text in the encoding of the file"));
        }
        DraftBuilder builder = new DraftBuilder(mapping, dataset, defects);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < all.size() && defects.isEmpty(); i++) {
            drafts.add(builder.build(all.get(i), label(key, id != null, i), id == null ? "line " + row.line() : id));
        }
        return defects.isEmpty()
                ? new RowReading(key, id != null, DraftBuilder.documentKey(drafts.get(0).document()), drafts, List.of())
                : new RowReading(key, id != null, null, List.of(), defects);
    }

    /** Whether a column that tells who, when or where has a word for a sum in this row. */
    private boolean isSum(ColumnRule column, TableRow row) {
        String cell = cell(column, row);
        return column.field() != null && OF_A_CLAIM.contains(column.field()) && Totals.isTotal(cell)
                && !column.values().containsKey(Names.key(cell));
    }

    private boolean saysSomething(ColumnRule column, TableRow row) {
        return Fields.WHOLE_NUMBERS.contains(String.valueOf(column.field()))
                && !Facts.saysNothing(column, cell(column, row));
    }

    /** A record and those beside it, which a claimant's or the row's own entry asks for. */
    private void also(Facts facts, ObjectNode own, List<Facts> all) {
        List<JsonNode> others = new ArrayList<>();
        String claimant = facts.get("claimant");
        ObjectNode entry = claimant == null ? null : mapping.claimant(claimant);
        if (entry != null) {
            Facts before = facts.copy();
            facts.putAll(entry.path("set"));
            // What the row's own entry says outranks what its claimant's does.
            if (own != null) {
                facts.putAll(own);
            }
            entry.path("also").forEach(others::add);
            all.add(facts);
            others.forEach(other -> all.add(changed(before, other)));
        } else {
            all.add(facts);
        }
        if (own != null) {
            own.path("also").forEach(other -> all.add(changed(facts, other)));
        }
    }

    private static Facts changed(Facts facts, JsonNode other) {
        Facts copy = facts.copy();
        if (other.has("releasingParty") || other.has("direction") || other.has("exchange")) {
            copy.put("commitment", "");
        }
        copy.putAll(other);
        return copy;
    }

    private void take(List<ColumnRule> columns, TableRow row, Facts facts, List<Defect> defects) {
        for (ColumnRule column : columns) {
            facts.take(column, cell(column, row), defects);
        }
    }

    private String cell(ColumnRule column, TableRow row) {
        Integer index = indexes.get(column.heading());
        return index == null ? "" : row.cell(index);
    }

    /** All that a corrected figure leaves as it is; and every cell of a row that says nothing else. */
    private String identity(Facts facts, TableRow row) {
        StringBuilder identity = new StringBuilder();
        for (String field : IDENTITY) {
            identity.append(field).append('=').append(facts.get(field)).append('\n');
        }
        if (mapping.quotesOnly()) {
            identity.append(row.cells());
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
            return "row-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String label(String key, boolean isId, int index) {
        String label = isId && key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
        return index == 0 ? label : label + "-" + (index + 1);
    }
}
