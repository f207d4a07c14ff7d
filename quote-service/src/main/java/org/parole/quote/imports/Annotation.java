package org.parole.quote.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** What all parts of a W3C Web Annotation in JSON-LD have in common: names with and without prefixes, one value or an array of them. */
final class Annotation {

    private Annotation() {
    }

    /** A value and where it stands. */
    record Part(JsonNode value, String pointer) {
    }

    /** The values of a field, which has one or an array of them. */
    static List<Part> parts(JsonNode object, String field, String pointer) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(new Part(value, pointer + "/" + field));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            parts.add(new Part(value.get(i), pointer + "/" + field + "/" + i));
        }
        return parts;
    }

    /** What kinds of thing it is, without prefixes. */
    static Set<String> types(JsonNode object) {
        return words(object, object.has("type") ? "type" : "@type");
    }

    /** The last parts of names that may be addresses or have a prefix, such as oa:highlighting, in small letters. */
    static Set<String> words(JsonNode object, String field) {
        return parts(object, field, "").stream().map(part -> part.value().asText())
                .map(name -> name.substring(Math.max(name.lastIndexOf('#'),
                        Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'))) + 1).toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    /** The IRI of an object, or the object that is one; null for none. */
    static String id(Part part) {
        if (part.value().isTextual()) {
            return Fields.text(part.value(), part.pointer());
        }
        return Fields.optional(part.value(), part.value().has("id") ? "id" : "@id", part.pointer());
    }

    /** The first of several fields that is there, with and without the prefixes in use; null for none. */
    static String first(Part part, String... names) {
        for (String name : names) {
            for (String prefix : List.of("", "schema:", "dc:", "dcterms:", "foaf:")) {
                JsonNode value = part.value().path(prefix + name);
                if (value.isArray() && value.size() > 0) {
                    value = value.get(0);
                }
                if (value.isObject()) {
                    value = value.has("@value") ? value.path("@value") : value.path("name");
                }
                if (value.isTextual() && !value.textValue().isBlank()) {
                    return Fields.text(value, part.pointer() + "/" + prefix + name).strip();
                }
            }
        }
        return null;
    }
}
