package org.parole.gateway.imports.mapping;

/**
 * Why a row is refused.
 *
 * @param pointer JSON Pointer into the row as an object of its columns, or of the mapping's fields where no column says it
 * @param reason what is wrong, for whoever made the table or the mapping
 */
public record Defect(String pointer, String reason) {
}
