package org.parole.gateway.imports.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.parole.kit.problem.FieldError;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Proposes the records of rows with several numbers of one side: what was promised, freed and is left; what each of several claimants
 * says; a whole and its parts.
 */
final class RecordsGuess {

    private static final String BATCH = "REPORTED BATCH";
    private static final int MONTH = "2031-05".length();
    private static final int DAY = "2031-05-07".length();
    private static final Pattern NUMBERED = Pattern.compile("(?iu).+[\\s_](?:no|nr|num|number|id|code|ref)\\.?|.*№.*");
    private static final Set<String> IDS = Set.of("row", "exchange", "ordinal");

    /** Where each side has columns of numbers of its own. */
    static final RecordsGuess NONE = new RecordsGuess();

    private final ColumnGuess columns;
    private final List<FieldError> undecided;
    private final Map<ColumnProfile, ObjectNode> templates = new LinkedHashMap<>();
    private final Map<ColumnProfile, String> notes = new LinkedHashMap<>();
    private final Set<String> claimants = new LinkedHashSet<>();
    private boolean saysKind;
    private boolean saysTime;

    private RecordsGuess() {
        this.columns = null;
        this.undecided = List.of();
    }

    /** For a table whose columns of numbers are not those of two sides. */
    RecordsGuess(ColumnGuess columns, String language, List<FieldError> undecided) {
        this.columns = columns;
        this.undecided = undecided;
        byTime(columns.ofNumbers(), language);
        Map<ColumnProfile, NumberHeading> headings = new LinkedHashMap<>();
        columns.of("quantity").ifPresent(quantity -> headings.put(quantity, NumberHeading.of(quantity.heading)));
        columns.ofNumbers().stream().filter(column -> !isId(column))
                .forEach(column -> headings.putIfAbsent(column, NumberHeading.of(column.heading)));
        if (templates.isEmpty()) {
            byClaimant(headings);
        }
        if (templates.isEmpty()) {
            byBasis(headings);
        }
        if (claimants.isEmpty() && !saysTime) {
            parts(headings);
        }
        if (!templates.isEmpty()) {
            templates.keySet().forEach(column -> columns.field(column).ifPresent(columns::release));
            ColumnGuess.OF_PEOPLE.stream().filter(field -> !field.equals("outOf")).forEach(columns::release);
        }
    }

    private static boolean isId(ColumnProfile column) {
        Map<String, Double> fields = Vocabulary.fieldsOf(column.heading);
        List<String> numbers = List.copyOf(column.values.keySet());
        boolean isCountedUp = numbers.size() > 1 && IntStream.range(0, numbers.size())
                .allMatch(i -> numbers.get(i).equals(String.valueOf(i + 1)));
        return isCountedUp || NUMBERED.matcher(column.heading).matches()
                || IDS.stream().anyMatch(id -> fields.getOrDefault(id, 0.0) > fields.getOrDefault("quantity", 0.0));
    }

    /** The records that each row makes; empty where a row makes one. */
    Optional<ArrayNode> templates() {
        if (templates.isEmpty()) {
            return Optional.empty();
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        templates.values().forEach(array::add);
        return Optional.of(array);
    }

    /** Says how each of the columns is read. */
    void note() {
        int i = 0;
        for (ColumnProfile column : templates.keySet()) {
            undecided.add(new FieldError("/records/" + i++,
                    "Column '" + column.heading + "' is read as " + notes.get(column) + "."));
        }
    }

    /** Whether a column makes records of its own. */
    boolean isTaken(ColumnProfile column) {
        return templates.containsKey(column);
    }

    /** Whether the headings say stage and basis of each record. */
    boolean saysKind() {
        return saysKind;
    }

    /** Whether the headings say when it happened. */
    boolean saysTime() {
        return saysTime;
    }

    /** The claimants that have columns of their own. */
    Set<String> claimants() {
        return claimants;
    }

    /** 'May 2031', 'June 2031': a figure of each month or day. */
    private void byTime(List<ColumnProfile> numbers, String language) {
        if (columns.of("eventOn").isPresent()) {
            return;
        }
        Map<ColumnProfile, String> times = new LinkedHashMap<>();
        for (ColumnProfile column : numbers) {
            try {
                String on = Dates.read(column.heading, new DateRule(DateRule.ISO, DateRule.GREGORIAN, language)).on();
                if (on.length() == MONTH || on.length() == DAY) {
                    times.put(column, on);
                }
            } catch (Dates.UnreadableDateException e) {
                // Another number of the row.
            }
        }
        if (times.size() >= 2) {
            times.forEach((column, on) -> template(column, "the figure of " + on).put("eventOn", on));
            saysTime = true;
        }
    }

    private void byClaimant(Map<ColumnProfile, NumberHeading> headings) {
        Set<String> named = new TreeSet<>();
        headings.values().stream().filter(heading -> heading.claimant() != null)
                .forEach(heading -> named.add(heading.claimant()));
        if (named.size() < 2 || columns.of("claimant").isPresent()) {
            return;
        }
        headings.forEach((column, heading) -> {
            if (heading.claimant() != null && claimants.add(heading.claimant())) {
                ObjectNode constants = template(column, "what " + heading.claimant() + " says");
                constants.put("claimant", heading.claimant());
                heading.stageAndBasis().ifPresent(code -> constants.put("stage", code[0]).put("basis", code[1]));
            }
        });
    }

    /** 'Promised', 'Freed', 'Still held': a record for each. A column of kinds says it for the row, and then there is one number. */
    private void byBasis(Map<ColumnProfile, NumberHeading> headings) {
        if (columns.of("kind").isPresent() || columns.of("stage").isPresent() || columns.of("basis").isPresent()) {
            return;
        }
        Map<String, ColumnProfile> byCode = new LinkedHashMap<>();
        headings.forEach((column, heading) -> {
            if (heading.category() == null && heading.claimant() == null && heading.code() != null) {
                byCode.putIfAbsent(heading.code(), column);
            }
        });
        columns.of("quantity").filter(quantity -> headings.get(quantity).code() == null)
                .filter(quantity -> headings.get(quantity).category() == null)
                .ifPresent(quantity -> byCode.putIfAbsent(BATCH, quantity));
        if (byCode.size() < 2) {
            return;
        }
        List<ColumnProfile> inOrder = new ArrayList<>(byCode.values());
        inOrder.sort((one, other) -> Integer.compare(one.index, other.index));
        for (ColumnProfile column : inOrder) {
            String code = byCode.entrySet().stream().filter(entry -> entry.getValue() == column).findFirst()
                    .map(Map.Entry::getKey).orElseThrow();
            template(column, code).put("stage", code.split(" ")[0]).put("basis", code.split(" ")[1]);
        }
        saysKind = true;
    }

    /** 'of whom women': a record beside that of the whole, which has no category. Without a whole the parts cannot be told from it. */
    private void parts(Map<ColumnProfile, NumberHeading> headings) {
        Optional<ColumnProfile> quantity = columns.of("quantity")
                .filter(column -> headings.get(column).category() == null);
        if (headings.values().stream().noneMatch(heading -> heading.category() != null)
                || quantity.isEmpty() && templates.isEmpty()) {
            return;
        }
        if (templates.isEmpty()) {
            template(quantity.get(), "the whole");
        }
        headings.forEach((column, heading) -> {
            if (heading.category() != null && !templates.containsKey(column)) {
                ObjectNode constants = template(column,
                        heading.isRemains() ? "bodies, which are counted apart" : "a part of the whole")
                        .put("category", heading.category());
                if (heading.isRemains()) {
                    constants.put("categoryKind", "REMAINS");
                }
                if (saysKind) {
                    constants.put("stage", "REPORTED").put("basis", "BATCH");
                }
            }
        });
    }

    private ObjectNode template(ColumnProfile column, String note) {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        template.putObject("columns").put(column.heading, "quantity");
        templates.put(column, template);
        notes.put(column, note);
        return template.putObject("constants");
    }
}
