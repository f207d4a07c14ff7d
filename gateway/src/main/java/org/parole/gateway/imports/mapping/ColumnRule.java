package org.parole.gateway.imports.mapping;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a column of the table says.
 *
 * @param heading its heading
 * @param field the field that its cells fill; null where only its values say something
 * @param values what cells of these words say: a text for the field, or an object of several fields; by the key of the words
 * @param date how its dates are written; null for a column without dates
 * @param language the language of its numbers and words; null for the mapping's
 */
record ColumnRule(String heading, String field, Map<String, JsonNode> values, DateRule date, String language) {
}
