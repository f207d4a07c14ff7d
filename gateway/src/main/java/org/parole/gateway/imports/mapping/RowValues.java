package org.parole.gateway.imports.mapping;

import java.util.List;

import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads single values of a row and collects what is wrong with them.
 *
 * @param facts what the row says, by field
 * @param defects where what is wrong is added
 */
record RowValues(Mapping mapping, Facts facts, List<Defect> defects) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Notes what is wrong with a field. */
    void defect(String field, String reason) {
        defects.add(new Defect(facts.pointer(field), reason));
    }

    /** Through whom the outlet has it: the row's own word, or what the outlet's entry says. */
    ArrayNode chain() {
        ArrayNode chain = JSON.arrayNode();
        String name = facts.get("outlet");
        ObjectNode entry = name == null ? null : mapping.outlets().get(Names.key(name));
        String via = facts.has("via") ? facts.get("via") : entry == null ? null : entry.path("via").textValue();
        if (via != null) {
            chain.addObject().put("name", via).put("kind", "OUTLET");
        }
        return chain;
    }

    /** Copies a field into a member, if the row has it. */
    void copy(String field, ObjectNode object, String member) {
        if (facts.has(field)) {
            object.put(member, facts.get(field));
        }
    }

    /** Copies a code, which the row must have. */
    void code(String field, ObjectNode object) {
        if (facts.has(field)) {
            object.put(field, facts.get(field));
        } else {
            defect(field, "must be given: a column, a value of the column 'kind', or a constant");
        }
    }

    /** Copies a whole number, if the row has it. */
    void number(String field, ObjectNode object) {
        if (facts.has(field)) {
            object.put(field, wholeNumber(field));
        }
    }

    /** A field as a whole number, or null where it is none or the row has none. */
    Integer wholeNumber(String field) {
        if (!facts.has(field)) {
            return null;
        }
        try {
            Numbers.Read read = Numbers.read(facts.get(field), facts.language(field, mapping.language()));
            if (read.comparator().equals("EXACTLY")) {
                return read.min();
            }
            defect(field, "must be one whole number");
        } catch (Numbers.UnreadableNumberException e) {
            defect(field, e.getMessage());
        }
        return null;
    }

    /** A field as a date in ISO 8601, with its time if wanted; null where it is none or the row has none. */
    String date(String field, boolean withTime) {
        if (!facts.has(field)) {
            return null;
        }
        DateRule rule = facts.dateRule(facts.source(field), mapping.language());
        try {
            String on = Dates.read(facts.get(field), rule).on();
            if (withTime && on.length() < 10) {
                defect(field, "must name a day: '" + facts.get(field) + "'");
            }
            return withTime ? on : day(on);
        } catch (Dates.UnreadableDateException e) {
            defect(field, e.getMessage());
            return null;
        }
    }

    /** The day of a date and time. */
    static String day(String on) {
        return on.length() > 10 ? on.substring(0, 10) : on;
    }
}
