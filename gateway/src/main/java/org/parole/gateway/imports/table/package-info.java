/**
 * Reads tables that researchers have, as rows of text: CSV and TSV of any encoding and separator, and the first sheet of a workbook.
 * Knows nothing of what the columns mean.
 */
package org.parole.gateway.imports.table;
