package org.parole.gateway.imports;

import org.parole.gateway.imports.table.TableFormat;

/**
 * What is said of a file that is uploaded.
 *
 * @param mapping the name of the saved mapping
 * @param dataset to which the keys of its rows belong
 */
record Upload(TableFormat format, String mapping, String dataset, String licence, boolean dryRun, boolean strict) {
}
