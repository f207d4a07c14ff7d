package org.parole.quote.document;

import java.util.UUID;

/** A document is about to take a URL. Observers that hold it for another one object with a problem at the pointer. */
public record DocumentAdding(UUID id, String url, String pointer) {
}
