package org.parole.kit.export;

/**
 * What is known of a file that has been written once.
 *
 * @param rows   the number of its rows
 * @param bytes  its length
 * @param sha256 in hexadecimal digits
 */
record Measured(long rows, long bytes, String sha256) {
}
