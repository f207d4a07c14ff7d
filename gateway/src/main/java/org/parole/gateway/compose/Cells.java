package org.parole.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes single values out of what a service answers, for a row of a table. */
public final class Cells {

    private final JsonNode item;

    /** Of this record. */
    public Cells(JsonNode item) {
        this.item = item;
    }

    /** The value at a JSON Pointer as text; null where there is none. */
    public String text(String pointer) {
        JsonNode value = item.at(pointer);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /** The whole number at a JSON Pointer; null where there is none. */
    public Long number(String pointer) {
        JsonNode value = item.at(pointer);
        return value.isIntegralNumber() ? value.asLong() : null;
    }
}
