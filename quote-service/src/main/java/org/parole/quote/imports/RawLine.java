package org.parole.quote.imports;

/**
 * A line of a file as it came.
 *
 * @param number from 1
 */
record RawLine(long number, byte[] bytes) {
}
