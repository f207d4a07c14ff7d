package org.parole.kit.record;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** What differs between two revisions, field by field. */
public final class FieldDiff {

    /**
     * One field that changed.
     *
     * @param pointer JSON Pointer of the field
     * @param from its value before; null where it was absent
     * @param to its value after; null where it is absent now
     */
    public record FieldChange(String pointer, JsonNode from, JsonNode to) {
    }

    private FieldDiff() {
    }

    /** The changed fields in the order of their pointers; arrays count as one value. */
    public static List<FieldChange> between(JsonNode before, JsonNode after) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<FieldChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), before.path(name), after.path(name),
                        changes);
            }
            return;
        }
        changes.add(new FieldChange(pointer, orNull(before), orNull(after)));
    }

    private static JsonNode orNull(JsonNode node) {
        return node instanceof MissingNode ? NullNode.getInstance() : node;
    }
}
