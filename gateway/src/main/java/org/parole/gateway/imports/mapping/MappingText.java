package org.parole.gateway.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a mapping as a person reads it: one column, one claimant, one outlet, one row on a line. */
public final class MappingText {

    private MappingText() {
    }

    /** The mapping, with a line end behind it. */
    public static String of(JsonNode mapping) {
        StringBuilder text = new StringBuilder();
        lines(mapping, 0, text);
        return text.append('\n').toString();
    }

    private static void lines(JsonNode node, int depth, StringBuilder text) {
        if (depth > 1 || !node.isContainerNode() || node.isEmpty()) {
            text.append(node);
            return;
        }
        String indent = "  ".repeat(depth + 1);
        boolean object = node.isObject();
        text.append(object ? '{' : '[');
        String[] between = {"\n"};
        if (object) {
            node.properties().forEach(member -> {
                text.append(between[0]).append(indent)
                        .append(com.fasterxml.jackson.databind.node.TextNode.valueOf(member.getKey())).append(": ");
                lines(member.getValue(), depth + 1, text);
                between[0] = ",\n";
            });
        } else {
            node.forEach(item -> {
                text.append(between[0]).append(indent);
                lines(item, depth + 1, text);
                between[0] = ",\n";
            });
        }
        text.append('\n').append("  ".repeat(depth)).append(object ? '}' : ']');
    }
}
