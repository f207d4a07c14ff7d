package org.parole.gateway.imports.mapping;

import java.util.List;

/**
 * What a row comes to.
 *
 * @param key what tells the row from others in all versions of the table: its id, or what it says apart from the figure
 * @param hasId whether the key is the row's own id, which may stand only once
 * @param documentKey what tells its document from others
 * @param drafts its records; none where it is refused
 * @param defects why it is refused; none where it is not
 */
public record RowReading(String key, boolean hasId, String documentKey, List<Draft> drafts, List<Defect> defects) {
}
