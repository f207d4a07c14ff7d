package org.parole.quote.document;

import java.util.UUID;

/**
 * A document is about to take an address. Observers that hold it for another one object with a problem at the pointer.
 *
 * @param address what all addresses of the article have in common
 */
public record DocumentAdding(UUID id, String address, String pointer) {
}
