package org.parole.gateway.imports.mapping;

import java.util.List;
import java.util.Map;

/**
 * One of the records that each row makes.
 *
 * @param columns the columns that speak of this record alone
 * @param constants what is the same for this record in all rows; outranks the columns
 */
record Template(List<ColumnRule> columns, Map<String, String> constants) {
}
