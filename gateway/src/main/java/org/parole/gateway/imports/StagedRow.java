package org.parole.gateway.imports;

import org.parole.gateway.imports.table.TableRow;

/**
 * A row of {@code import_row}.
 *
 * @param row as it stands in the file
 * @param key what tells it from others of the data set
 * @param documentKey the hash of what tells its document from others
 */
record StagedRow(TableRow row, String key, boolean hasId, String documentKey) {
}
