package org.parole.tally.slug;

import java.util.UUID;

/**
 * A new record is about to take a slug. Observers that hold it for another one object with a problem at the pointer.
 *
 * @param recordType "party", "agreement", "exchange" or "commitment"
 * @param pointer where the slug stands in the request
 */
public record SlugTaking(String recordType, String slug, UUID id, String pointer) {
}
