package org.parole.gateway.imports;

import java.util.UUID;

import org.parole.gateway.imports.mapping.Draft;

/**
 * A row of {@code import_record}: what a draft has become.
 *
 * @param draft as it was taken in
 * @param importId the import that took it in first
 */
record RecordedRow(String label, UUID documentId, UUID quoteId, UUID reportId, Draft draft, UUID importId) {
}
