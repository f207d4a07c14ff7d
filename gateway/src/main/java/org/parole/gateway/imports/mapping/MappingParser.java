package org.parole.gateway.imports.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.parole.gateway.imports.table.TableLayout;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.NearestName;
import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads a mapping from JSON, and says what is wrong with it and where. */
final class MappingParser {

    private static final List<String> MEMBERS = List.of("make", "layout", "language", "columns", "constants", "records",
            "claimants", "newClaimants", "outlets", "newOutlets", "parties", "agreements", "exchanges", "commitments",
            "rows");
    private static final List<String> OF_COLUMN = List.of("field", "values", "date", "calendar", "language");
    private static final List<String> OF_LAYOUT = List.of("charset", "separator", "headerLine", "headerLines");
    private static final List<String> OF_CLAIMANT = List.of("name", "kind", "party", "speaksFor", "spokeFor",
            "sourceKind",
            "role", "aliases", "outlet", "as", "set", "also");
    private static final List<String> OF_OUTLET = List.of("name", "kind", "url", "country", "language", "via");
    private static final List<String> MAKES = List.of("release-reports", "quotes");
    private static final List<String> NEW = List.of("refuse", "as-named");
    private static final int MOST_ENTRIES = 100_000;

    private final List<FieldError> errors;

    MappingParser(List<FieldError> errors) {
        this.errors = errors;
    }

    Mapping parse(JsonNode json) {
        if (json == null || !json.isObject()) {
            errors.add(new FieldError("", "must be an object, as the guess gives it"));
            return null;
        }
        members(json, MEMBERS, "");
        String language = text(json, "language", "", "en");
        if (!language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")) {
            errors.add(new FieldError("/language", "must be a language tag, such as en or fa-AF"));
        }
        List<ColumnRule> columns = columns(json.path("columns"), "/columns", language);
        if (columns.isEmpty() && json.path("records").isEmpty()) {
            errors.add(new FieldError("/columns", "must name at least one column of the table"));
        }
        Map<String, List<ObjectNode>> created = new HashMap<>();
        for (String kind : Mapping.CREATED) {
            created.put(kind, objects(json.path(kind), "/" + kind));
        }
        return new Mapping(oneOf(json, "make", MAKES).equals("quotes"), layout(json.path("layout")), language, columns,
                texts(json.path("constants"), "/constants"), templates(json.path("records"), language),
                dictionary(json.path("claimants"), "/claimants", OF_CLAIMANT, true),
                oneOf(json, "newClaimants", NEW).equals("as-named"),
                dictionary(json.path("outlets"), "/outlets", OF_OUTLET, true),
                oneOf(json, "newOutlets", NEW).equals("as-named"), created, rows(json.path("rows")));
    }

    private TableLayout layout(JsonNode json) {
        members(json, OF_LAYOUT, "/layout");
        String separator = json.path("separator").textValue();
        if (separator != null && separator.length() != 1) {
            errors.add(new FieldError("/layout/separator", "must be one character"));
        }
        for (String name : List.of("headerLine", "headerLines")) {
            JsonNode number = json.path(name);
            int most = name.equals("headerLine") ? 1000 : 2;
            if (!number.isMissingNode() && !number.isNull()
                    && (!number.isInt() || number.asInt() < 0 || number.asInt() > most)) {
                errors.add(new FieldError("/layout/" + name, "must be a whole number from 0 to " + most));
            }
        }
        return new TableLayout(json.path("charset").textValue(), separator, integer(json.path("headerLine")),
                integer(json.path("headerLines")));
    }

    private static Integer integer(JsonNode json) {
        return json.isInt() ? json.intValue() : null;
    }

    private List<Template> templates(JsonNode json, String language) {
        if (json.isMissingNode()) {
            return List.of(new Template(List.of(), Map.of()));
        }
        List<Template> templates = new ArrayList<>();
        if (!json.isArray() || json.isEmpty() || json.size() > 50) {
            errors.add(new FieldError("/records", "must be an array of 1 to 50 objects with columns and constants"));
            return templates;
        }
        for (int i = 0; i < json.size(); i++) {
            String at = "/records/" + i;
            members(json.get(i), List.of("columns", "constants"), at);
            templates.add(new Template(columns(json.get(i).path("columns"), at + "/columns", language),
                    texts(json.get(i).path("constants"), at + "/constants")));
        }
        return templates;
    }

    private List<ColumnRule> columns(JsonNode json, String at, String language) {
        List<ColumnRule> columns = new ArrayList<>();
        Map<String, String> byField = new HashMap<>();
        object(json, at);
        json.properties().forEach(entry -> {
            String where = at + "/" + Mapping.pointer(entry.getKey());
            ColumnRule column = column(entry.getKey(), entry.getValue(), where, language);
            if (column == null) {
                return;
            }
            columns.add(column);
            if (column.field() != null && !Fields.JOINED.contains(column.field())) {
                String other = byField.put(column.field(), entry.getKey());
                if (other != null) {
                    errors.add(new FieldError(where, "must not fill " + column.field() + ", which column '" + other
                            + "' fills; null leaves a column out"));
                }
            }
        });
        return columns;
    }

    private ColumnRule column(String heading, JsonNode json, String at, String language) {
        if (json.isNull()) {
            return null;
        }
        if (json.isTextual()) {
            field(json.asText(), at);
            return new ColumnRule(heading, json.asText(), Map.of(),
                    Fields.DATES.contains(json.asText())
                            ? new DateRule(DateRule.ISO, DateRule.GREGORIAN, language)
                            : null,
                    null);
        }
        if (!json.isObject()) {
            errors.add(new FieldError(at, "must be the name of a field, an object with field and values, or null"));
            return null;
        }
        members(json, OF_COLUMN, at);
        String field = json.path("field").textValue();
        if (field == null && !json.path("values").isObject()) {
            errors.add(new FieldError(at + "/field", "must be given: one of " + String.join(", ", Fields.ALL)));
        } else if (field != null) {
            field(field, at + "/field");
        }
        String own = json.path("language").textValue();
        DateRule date = null;
        if (field != null && Fields.DATES.contains(field)) {
            date = new DateRule(oneOf(json, "date", DateRule.ORDERS, at),
                    oneOf(json, "calendar", DateRule.CALENDARS, at),
                    own == null ? language : own);
        }
        return new ColumnRule(heading, field, values(json.path("values"), field, at + "/values"), date, own);
    }

    private Map<String, JsonNode> values(JsonNode json, String field, String at) {
        Map<String, JsonNode> values = new HashMap<>();
        object(json, at);
        json.properties().forEach(entry -> {
            String where = at + "/" + Mapping.pointer(entry.getKey());
            if (entry.getValue().isObject()) {
                fieldsOf(entry.getValue(), where, List.of());
            } else if (!entry.getValue().isValueNode() || field == null && !entry.getValue().isNull()) {
                errors.add(new FieldError(where, "must be a text, an object of fields, or null"));
            }
            values.put(Names.key(entry.getKey()), entry.getValue());
        });
        return values;
    }

    private Map<String, ObjectNode> rows(JsonNode json) {
        Map<String, ObjectNode> rows = new HashMap<>();
        object(json, "/rows");
        json.properties().forEach(entry -> {
            String at = "/rows/" + Mapping.pointer(entry.getKey());
            if (entry.getValue() instanceof ObjectNode row) {
                fieldsOf(row, at, List.of("also"));
                also(row.path("also"), at + "/also");
                rows.put(entry.getKey(), row);
            } else {
                errors.add(new FieldError(at, "must be an object of fields, with also for further records"));
            }
        });
        return rows;
    }

    private void also(JsonNode json, String at) {
        if (!json.isMissingNode() && !json.isArray()) {
            errors.add(new FieldError(at, "must be an array of objects of fields"));
        }
        for (int i = 0; i < json.size(); i++) {
            fieldsOf(json.get(i), at + "/" + i, List.of());
        }
    }

    private void fieldsOf(JsonNode json, String at, List<String> besides) {
        if (!json.isObject()) {
            errors.add(new FieldError(at, "must be an object of fields"));
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!besides.contains(name)) {
                field(name, at + "/" + Mapping.pointer(name));
            }
        });
    }

    private Map<String, ObjectNode> dictionary(JsonNode json, String at, List<String> allowed, boolean textAllowed) {
        Map<String, ObjectNode> entries = new LinkedHashMap<>();
        object(json, at);
        if (json.size() > MOST_ENTRIES) {
            errors.add(new FieldError(at, "must have at most 100,000 entries"));
            return entries;
        }
        json.properties().forEach(entry -> {
            String where = at + "/" + Mapping.pointer(entry.getKey());
            if (entry.getValue() instanceof ObjectNode node) {
                members(node, allowed, where);
                if (node.has("set")) {
                    fieldsOf(node.path("set"), where + "/set", List.of());
                }
                also(node.path("also"), where + "/also");
                entries.put(Names.key(entry.getKey()), node);
            } else if (textAllowed && entry.getValue().isTextual()) {
                ObjectNode node = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
                if (entry.getValue().asText().equals("=outlet")) {
                    node.put("outlet", true);
                } else {
                    node.put("name", entry.getValue().asText());
                }
                entries.put(Names.key(entry.getKey()), node);
            } else {
                errors.add(new FieldError(where, "must be an object with " + String.join(", ", allowed)));
            }
        });
        return entries;
    }

    private List<ObjectNode> objects(JsonNode json, String at) {
        List<ObjectNode> objects = new ArrayList<>();
        if (!json.isMissingNode() && !json.isArray() || json.size() > 1000) {
            errors.add(new FieldError(at, "must be an array of at most 1,000 objects"));
            return objects;
        }
        for (int i = 0; i < json.size(); i++) {
            if (json.get(i) instanceof ObjectNode object && object.path("slug").isTextual()) {
                objects.add(object);
            } else {
                errors.add(new FieldError(at + "/" + i, "must be an object with a slug"));
            }
        }
        return objects;
    }

    private Map<String, String> texts(JsonNode json, String at) {
        Map<String, String> texts = new LinkedHashMap<>();
        fieldsOf(
                json.isMissingNode() ? com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode() : json,
                at,
                List.of());
        json.properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                texts.put(entry.getKey(), entry.getValue().asText());
            } else {
                errors.add(new FieldError(at + "/" + Mapping.pointer(entry.getKey()), "must be a text or a number"));
            }
        });
        return texts;
    }

    private void field(String name, String at) {
        if (!Fields.ALL.contains(name)) {
            errors.add(new FieldError(at, NearestName.sentence("field", name, List.copyOf(Fields.ALL))));
        }
    }

    private void members(JsonNode json, List<String> allowed, String at) {
        json.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                errors.add(new FieldError(at + "/" + Mapping.pointer(name),
                        NearestName.sentence("member", name, allowed)));
            }
        });
    }

    private void object(JsonNode json, String at) {
        if (!json.isMissingNode() && !json.isObject()) {
            errors.add(new FieldError(at, "must be an object"));
        }
    }

    private String oneOf(JsonNode json, String name, List<String> allowed) {
        return oneOf(json, name, allowed, "");
    }

    private String oneOf(JsonNode json, String name, List<String> allowed, String at) {
        String text = text(json, name, at, allowed.get(0));
        if (!allowed.contains(text)) {
            errors.add(new FieldError(at + "/" + name, "must be one of " + String.join(", ", allowed)));
        }
        return text;
    }

    private String text(JsonNode json, String name, String at, String otherwise) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            errors.add(new FieldError(at + "/" + name, "must be a text"));
            return otherwise;
        }
        return value.asText();
    }
}
