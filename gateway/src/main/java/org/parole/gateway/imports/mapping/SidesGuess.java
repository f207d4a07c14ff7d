package org.parole.gateway.imports.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

import org.parole.gateway.imports.table.TableRow;
import org.parole.kit.problem.FieldError;
import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Proposes who released whom: from a column of directions, from columns of parties, or from a number's column for each side.
 */
final class SidesGuess {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_PARTIES = 40;

    private final ColumnGuess columns;
    private final List<ColumnProfile> profiles;
    private final PartyGuess parties;
    private final List<TableRow> rows;
    private final String language;
    private final List<FieldError> undecided;
    private final Map<ColumnProfile, ObjectNode> sided = new HashMap<>();
    private final Map<ColumnProfile, NumberHeading> wide = new LinkedHashMap<>();
    /** Releasing and receiving slug by what a cell or a heading says. */
    private final Map<String, String[]> pairs = new LinkedHashMap<>();
    private ArrayNode templates;

    SidesGuess(ColumnGuess columns, List<ColumnProfile> profiles, PartyGuess parties, List<TableRow> rows,
            String language,
            List<FieldError> undecided) {
        this.columns = columns;
        this.profiles = profiles;
        this.parties = parties;
        this.rows = rows;
        this.language = language;
        this.undecided = undecided;
        findWide();
    }

    /** The records that each row makes, where each side has columns of its own. */
    Optional<ArrayNode> wide() {
        return wide.isEmpty()
                ? Optional.empty()
                : Optional.of(templates == null ? templates = JSON.arrayNode() : templates);
    }

    /** Whether a column makes records of its own. */
    boolean isTaken(ColumnProfile profile) {
        return wide.containsKey(profile);
    }

    /** Whether a stage or a basis is still open, as it is not where the headings of the sides' columns say it. */
    boolean needs(String field) {
        return wide.isEmpty() || wide.values().stream().anyMatch(column -> column.code() == null);
    }

    /** What a column of sides says. */
    Optional<ObjectNode> column(ColumnProfile profile, String field) {
        return Optional.ofNullable(sided.get(profile));
    }

    /** Proposes the parties and their commitments; what is the same for all rows goes to the constants. */
    void propose(ObjectNode constants) {
        if (!wide.isEmpty()) {
            wideRecords();
        } else if (columns.of("direction").isPresent()) {
            directions(columns.of("direction").get());
        } else if (columns.of("releasingParty").isPresent()) {
            sides(columns.of("releasingParty").get(), constants);
        } else if (columns.of("commitment").isEmpty() && columns.of("exchange").isEmpty()) {
            undecided.add(new FieldError("/constants/releasingParty",
                    "Nothing says who released whom: give the constants releasingParty and receivingParty, or commitment, or a column for them."));
        }
        pairs.values().forEach(pair -> parties.commitment(pair[0], pair[1], promised(pair), null));
    }

    // --- A column of directions ---

    private void directions(ColumnProfile profile) {
        ObjectNode column = JSON.objectNode().put("field", "direction");
        ObjectNode values = column.putObject("values");
        for (String cell : profile.values.keySet()) {
            Matcher direction = ColumnGuess.DIRECTION.matcher(cell);
            if (!direction.matches() || values.size() >= MOST_PARTIES) {
                undecided.add(new FieldError(
                        "/columns/" + Mapping.pointer(profile.heading) + "/values/" + Mapping.pointer(cell),
                        "'" + cell
                                + "' could not be read as one party releasing people of another; its rows are refused until it says so."));
                continue;
            }
            String releasing = parties.slug(direction.group(1).strip());
            String receiving = parties.slug(direction.group(2).strip());
            values.putObject(cell).put("releasingParty", releasing).put("receivingParty", receiving);
            pairs.put(cell, new String[]{releasing, receiving});
            undecided.add(
                    new FieldError("/columns/" + Mapping.pointer(profile.heading) + "/values/" + Mapping.pointer(cell),
                            "'" + cell + "' is read as: " + releasing + " releases people of " + receiving + "."));
        }
        sided.put(profile, column);
    }

    // --- Columns of parties ---

    private void sides(ColumnProfile releasing, ObjectNode constants) {
        Optional<ColumnProfile> receiving = columns.of("receivingParty");
        if (releasing.values.size() > MOST_PARTIES) {
            undecided.add(new FieldError("/columns/" + Mapping.pointer(releasing.heading),
                    "Column '" + releasing.heading + "' names more than " + MOST_PARTIES
                            + " parties; list those that there are in parties."));
            return;
        }
        ObjectNode column = JSON.objectNode().put("field", "releasingParty");
        ObjectNode values = column.putObject("values");
        List<String> names = List.copyOf(releasing.values.keySet());
        for (String name : names) {
            values.put(name, parties.slug(name));
        }
        if (receiving.isPresent()) {
            ObjectNode other = JSON.objectNode().put("field", "receivingParty");
            ObjectNode otherValues = other.putObject("values");
            receiving.get().values.keySet().stream().limit(MOST_PARTIES)
                    .forEach(name -> otherValues.put(name, parties.slug(name)));
            sided.put(receiving.get(), other);
            for (TableRow row : rows) {
                String one = row.cell(releasing.index);
                String two = row.cell(receiving.get().index);
                if (values.has(one) && otherValues.has(two) && !values.path(one).equals(otherValues.path(two))) {
                    pairs.put(one + "\n" + two,
                            new String[]{values.path(one).asText(), otherValues.path(two).asText()});
                }
            }
        } else if (values.size() == 2) {
            String first = values.path(names.get(0)).asText();
            String second = values.path(names.get(1)).asText();
            values.putObject(names.get(0)).put("releasingParty", first).put("receivingParty", second);
            values.putObject(names.get(1)).put("releasingParty", second).put("receivingParty", first);
            pairs.put(names.get(0), new String[]{first, second});
            pairs.put(names.get(1), new String[]{second, first});
            undecided.add(new FieldError("/columns/" + Mapping.pointer(releasing.heading),
                    "Column '" + releasing.heading
                            + "' names two parties, which are taken to have released each other's people."));
        } else {
            undecided.add(new FieldError("/constants/receivingParty",
                    "Nothing says whose people were released: give receivingParty as a constant or a column, or the reports belong to no commitment."));
        }
        sided.put(releasing, column);
    }

    // --- A column of numbers for each side ---

    private void findWide() {
        if (columns.of("direction").isPresent() || columns.of("releasingParty").isPresent()) {
            return;
        }
        Map<ColumnProfile, NumberHeading> found = new LinkedHashMap<>();
        for (ColumnProfile profile : columns.ofNumbers()) {
            NumberHeading read = NumberHeading.of(profile.heading);
            if (read.party() != null && read.category() == null) {
                found.put(profile, read.named(PartyGuess.countryOf(read.party()).orElse(read.party())));
            }
        }
        Set<String> named = new LinkedHashSet<>();
        found.values().forEach(column -> named.add(Names.key(column.party())));
        if (found.size() >= 2 && named.size() == 2 && found.values().stream().anyMatch(this::isSide)) {
            wide.putAll(found);
            wide.keySet().forEach(column -> columns.field(column).ifPresent(columns::release));
            ColumnGuess.OF_PEOPLE.stream().filter(field -> !field.equals("outOf")).forEach(columns::release);
        }
    }

    /** Whether what is left of a heading without the words for numbers is a party, and no other word: 'Wounded', 'Week 2'. */
    private boolean isSide(NumberHeading heading) {
        return heading.isExplicit() || parties.isKnownKind(heading.party())
                || heading.isCounted() && isWritten(heading.party());
    }

    private static boolean isWritten(String party) {
        return Character.isUpperCase(party.codePointAt(0))
                || Character.UnicodeScript.of(party.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }

    private void wideRecords() {
        Map<String, String> slugs = new LinkedHashMap<>();
        wide.values().forEach(
                column -> slugs.computeIfAbsent(Names.key(column.party()), key -> parties.slug(column.party())));
        List<String> both = new ArrayList<>(slugs.values());
        wide().ifPresent(ArrayNode::removeAll);
        wide.forEach((profile, column) -> {
            String named = slugs.get(Names.key(column.party()));
            String other = both.get(both.get(0).equals(named) ? 1 : 0);
            String releasing = column.isReceiving() ? other : named;
            String receiving = column.isReceiving() ? named : other;
            ObjectNode template = templates.addObject();
            template.putObject("columns").put(profile.heading, "quantity");
            ObjectNode constants = template.putObject("constants").put("releasingParty", releasing)
                    .put("receivingParty", receiving);
            column.stageAndBasis().ifPresent(code -> constants.put("stage", code[0]).put("basis", code[1]));
            pairs.put(profile.heading, new String[]{releasing, receiving});
            undecided.add(
                    new FieldError("/records/" + (templates.size() - 1), "Column '" + profile.heading + "' is read as: "
                            + releasing + " released so many people of " + receiving + "."
                            + (column.isExplicit() ? "" : " Its heading does not say which of the two let them go.")));
        });
    }

    // --- What was promised ---

    /** The number of the first row that says what a side promised. */
    private Integer promised(String[] pair) {
        Optional<ColumnProfile> kind = columns.of("kind");
        Optional<ColumnProfile> quantity = columns.of("quantity");
        Optional<ColumnProfile> direction = columns.of("direction").or(() -> columns.of("releasingParty"));
        if (kind.isEmpty() || quantity.isEmpty() || direction.isEmpty()) {
            return null;
        }
        for (TableRow row : rows) {
            String cell = row.cell(direction.get().index);
            String[] said = pairs.getOrDefault(cell,
                    pairs.get(cell + "\n"
                            + columns.of("receivingParty").map(column -> row.cell(column.index)).orElse("")));
            if (said != null && said[0].equals(pair[0]) && said[1].equals(pair[1])
                    && Vocabulary.code("kind", row.cell(kind.get().index)).filter("ANNOUNCED TOTAL"::equals)
                            .isPresent()) {
                try {
                    Numbers.Read read = Numbers.read(row.cell(quantity.get().index), language);
                    return read.comparator().equals("EXACTLY") ? read.min() : null;
                } catch (Numbers.UnreadableNumberException e) {
                    return null;
                }
            }
        }
        return null;
    }
}
