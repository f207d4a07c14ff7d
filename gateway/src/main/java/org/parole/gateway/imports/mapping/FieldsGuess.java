package org.parole.gateway.imports.mapping;

import java.util.List;
import java.util.Optional;

import org.parole.kit.problem.FieldError;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes down what each column of a table says: its field, how its dates are written, and what its own words stand for. */
final class FieldsGuess {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_VALUES = 300;

    private final ColumnGuess columns;
    private final List<ColumnProfile> profiles;
    private final String language;
    private final SidesGuess sides;
    private final RecordsGuess records;
    private final List<FieldError> undecided;

    FieldsGuess(ColumnGuess columns, List<ColumnProfile> profiles, String language, SidesGuess sides,
            RecordsGuess records, List<FieldError> undecided) {
        this.columns = columns;
        this.profiles = profiles;
        this.language = language;
        this.sides = sides;
        this.records = records;
        this.undecided = undecided;
    }

    void propose(ObjectNode fields) {
        for (ColumnProfile profile : profiles) {
            Optional<String> field = columns.field(profile);
            if (sides.isTaken(profile) || records.isTaken(profile)) {
                continue;
            }
            if (field.isEmpty()) {
                fields.putNull(profile.heading);
                if (!profile.isEmpty()) {
                    note(profile, "is left out: nothing says what it means.");
                }
                continue;
            }
            fields.set(profile.heading, column(profile, field.get()));
        }
    }

    private JsonNode column(ColumnProfile profile, String field) {
        Optional<ObjectNode> sided = sides.column(profile, field);
        if (sided.isPresent()) {
            return sided.get();
        }
        if (Fields.DATES.contains(field)) {
            return date(profile, field);
        }
        if (Fields.CODES.contains(field)) {
            return codes(profile, field);
        }
        return JSON.textNode(field);
    }

    private JsonNode date(ColumnProfile profile, String field) {
        ObjectNode column = JSON.objectNode().put("field", field);
        if (!Vocabulary.fieldsOf(profile.heading).containsKey(field)) {
            note(profile, "is taken for " + field + " because it has dates; its heading does not say so.");
        }
        boolean solar = profile.sample().stream().anyMatch(cell -> List.of(cell.split("[\\s\\d]+")).stream()
                .anyMatch(word -> !word.isEmpty() && MonthNames.isSolarHijri(word)))
                || profile.sample().stream()
                        .anyMatch(cell -> Digits.ascii(cell).matches("1[34]\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}"));
        if (solar) {
            note(profile, "is read as dates of the Solar Hijri calendar, and of ours from the year 1700 on.");
            return column.put("date", DateRule.ISO).put("calendar", DateRule.PERSIAN);
        }
        if (profile.sample().stream().allMatch(cell -> cell.matches("\\d{9,10}|\\d{12,13}"))) {
            return column.put("date", DateRule.EPOCH);
        }
        if (profile.isSerial()) {
            note(profile, "is read as days that a spreadsheet counts: 45000 is 15 March 2023.");
            return column.put("date", DateRule.SERIAL);
        }
        double iso = profile.dates(new DateRule(DateRule.ISO, DateRule.GREGORIAN, language));
        double dayFirst = profile.dates(new DateRule(DateRule.DAY_FIRST, DateRule.GREGORIAN, language));
        double monthFirst = profile.dates(new DateRule(DateRule.MONTH_FIRST, DateRule.GREGORIAN, language));
        if (iso >= Math.max(dayFirst, monthFirst)) {
            return column.put("date", DateRule.ISO);
        }
        if (dayFirst != monthFirst) {
            return column.put("date", dayFirst > monthFirst ? DateRule.DAY_FIRST : DateRule.MONTH_FIRST);
        }
        boolean dotted = profile.sample().stream().allMatch(cell -> !cell.contains("/"));
        if (dotted || !language.equals("en")) {
            note(profile,
                    "is read with the day first, as dates with points and outside of the United States are; no date in it proves that.");
            return column.put("date", DateRule.DAY_FIRST);
        }
        note(profile,
                "could be read with the day or with the month first, and no date in it tells which: put \"date\": \"day-first\" or \"month-first\". Until then its ambiguous dates are refused.");
        return column.put("date", DateRule.UNDECIDED);
    }

    private JsonNode codes(ColumnProfile profile, String field) {
        ObjectNode column = JSON.objectNode().put("field", field);
        ObjectNode values = column.putObject("values");
        if (profile.values.size() > MOST_VALUES) {
            note(profile, "has more than " + MOST_VALUES + " different values; only the first are listed.");
        }
        profile.values.keySet().stream().limit(MOST_VALUES).forEach(cell -> value(profile, field, cell, values));
        return column;
    }

    private void value(ColumnProfile profile, String field, String cell, ObjectNode values) {
        Optional<String> code = Vocabulary.code(field, cell);
        if (field.equals("comparator") && code.isEmpty()
                && Vocabulary.code("kind", cell).filter(kind -> kind.startsWith("ANNOUNCED"))
                        .isPresent()) {
            // 'expected' says nothing of the number, but that it is not done yet.
            values.putObject(cell).put("comparator", "EXACTLY").put("stage", "ANNOUNCED");
            undecided.add(at(profile, cell, "is read as announced and not yet done."));
            return;
        }
        if (code.isEmpty()) {
            code = contained(field, cell);
            code.ifPresentOrElse(
                    found -> undecided.add(at(profile, cell, "is read as " + found + ", by a word in it.")),
                    () -> undecided.add(at(profile, cell,
                            "could not be read; its rows are refused until it is given one of the codes of "
                                    + field + ".")));
        }
        if (code.isEmpty()) {
            return;
        }
        if (field.equals("kind")) {
            String[] parts = code.get().split(" ");
            values.putObject(cell).put("stage", parts[0]).put("basis", parts[1]);
        } else {
            values.put(cell, code.get().equals("LESS") ? "UP_TO" : code.get());
        }
    }

    private static Optional<String> contained(String field, String cell) {
        String[] words = Vocabulary.split(cell).split("[\\s/,;()-]+");
        List<String> codes = java.util.Arrays.stream(words).map(word -> Vocabulary.code(field, word))
                .flatMap(Optional::stream)
                .distinct().toList();
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    private static FieldError at(ColumnProfile profile, String cell, String detail) {
        return new FieldError("/columns/" + Mapping.pointer(profile.heading) + "/values/" + Mapping.pointer(cell),
                "'" + cell + "' " + detail);
    }

    private void note(ColumnProfile profile, String detail) {
        undecided.add(new FieldError("/columns/" + Mapping.pointer(profile.heading),
                "Column '" + profile.heading + "' " + detail));
    }
}
