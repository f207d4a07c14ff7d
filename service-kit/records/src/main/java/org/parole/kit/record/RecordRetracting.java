package org.parole.kit.record;

import java.util.UUID;

/**
 * A record is about to be retracted. Observers that still need it object with a problem; they run within the
 * transaction.
 *
 * @param recordType "outlet", "document", "speaker" or "quote"
 */
public record RecordRetracting(String recordType, UUID id) {
}
