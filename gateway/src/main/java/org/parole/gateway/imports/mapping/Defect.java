package org.parole.gateway.imports.mapping;

/**
 * Why a row is refused.
 *
 * @param pointer JSON Pointer into the row as an object of its columns, or of the mapping's fields where no column says it
 * @param reason what is wrong, in words for the author of the table or the mapping
 */
public record Defect(String pointer, String reason) {
}
