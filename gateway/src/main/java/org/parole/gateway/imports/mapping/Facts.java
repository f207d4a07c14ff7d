package org.parole.gateway.imports.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What a row says of one record: texts by field, and the column that each came from. */
final class Facts {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?iu)[-–—−.…]+|n/a|n\\.a\\.|k\\.\\s?a\\.|s\\.\\s?d\\.");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, ColumnRule> columns = new HashMap<>();

    private Facts() {
    }

    /** Those that are the same in all rows. */
    static Facts of(Map<String, String> constants) {
        Facts facts = new Facts();
        facts.texts.putAll(constants);
        return facts;
    }

    /** A copy, to say something else of another record of the row. */
    Facts copy() {
        Facts copy = new Facts();
        copy.texts.putAll(texts);
        copy.columns.putAll(columns);
        return copy;
    }

    /** What is said of a field, with '=field' replaced by that field's; null where nothing is. */
    String get(String field) {
        String text = texts.get(field);
        for (int i = 0; i < 3 && isReference(field, text); i++) {
            text = texts.get(text.substring(1));
        }
        return text == null || text.isBlank() ? null : text;
    }

    /** The claimant '=outlet' means that the outlet speaks in its own voice. It is not a claimant of that name. */
    private static boolean isReference(String field, String text) {
        return text != null && text.startsWith("=") && Fields.ALL.contains(text.substring(1))
                && !(field.equals("claimant") && text.equals("=outlet"));
    }

    /** The field that says it: another one where '=field' takes its value. */
    String source(String field) {
        String text = texts.get(field);
        return isReference(field, text) ? text.substring(1) : field;
    }

    /** Whether something is said of a field. */
    boolean has(String field) {
        return get(field) != null;
    }

    /** Says something of a field without a column. */
    void put(String field, String text) {
        texts.put(field, text);
        columns.remove(field);
    }

    /** Takes a cell in, by the rule of its column; a blank one says nothing. */
    void take(ColumnRule column, String cell, List<Defect> defects) {
        if (saysNothing(column, cell)) {
            return;
        }
        JsonNode value = column.values().get(org.parole.kit.text.Names.key(cell));
        if (value != null && value.isObject()) {
            putAll(value);
            return;
        }
        if (column.field() == null) {
            return;
        }
        if (value == null && Fields.CODES.contains(column.field()) && !isCode(column.field(), cell)) {
            defects.add(new Defect(pointer(column),
                    "is not among the values of this column in the mapping: '" + cell + "'"));
            return;
        }
        String text = value == null ? cell : value.isNull() ? "" : value.asText();
        String before = texts.get(column.field());
        boolean joined = Fields.JOINED.contains(column.field()) && before != null
                && columns.containsKey(column.field());
        texts.put(column.field(), joined ? before + "; " + text : text);
        columns.put(column.field(), column);
    }

    /** Whether a cell is blank; of a number or a date also one with a dash in it, as people fill what they do not know. */
    static boolean saysNothing(ColumnRule column, String cell) {
        return cell.isEmpty() || isPlaceholder(cell) && column.field() != null && column.values().isEmpty()
                && (Fields.WHOLE_NUMBERS.contains(column.field()) || Fields.DATES.contains(column.field()));
    }

    /** Whether a cell stands for a blank one: '-', '…', 'n/a'. */
    static boolean isPlaceholder(String cell) {
        return PLACEHOLDER.matcher(cell).matches();
    }

    private static boolean isCode(String field, String cell) {
        return !field.equals("kind") && !field.equals("direction")
                && Vocabulary.code(field, cell).filter(cell::equals).isPresent()
                || field.equals("reliability") && cell.matches("[A-F]");
    }

    /** Says what an object of fields says; null takes a field away. */
    void putAll(JsonNode object) {
        object.properties().forEach(entry -> {
            if (Fields.ALL.contains(entry.getKey())) {
                put(entry.getKey(), entry.getValue().isNull() ? "" : entry.getValue().asText());
            }
        });
    }

    /** Where a field stands in the row. */
    String pointer(String field) {
        ColumnRule column = columns.get(field);
        return column == null ? "/" + field : pointer(column);
    }

    private static String pointer(ColumnRule column) {
        return "/" + Mapping.pointer(column.heading());
    }

    /** The rule of the column that a date came from, or the plainest one. */
    DateRule dateRule(String field, String language) {
        ColumnRule column = columns.get(field);
        return column == null || column.date() == null
                ? new DateRule(DateRule.ISO, DateRule.GREGORIAN, language)
                : column.date();
    }

    /** The language of the column that a number came from. */
    String language(String field, String otherwise) {
        ColumnRule column = columns.get(field);
        return column == null || column.language() == null ? otherwise : column.language();
    }
}
