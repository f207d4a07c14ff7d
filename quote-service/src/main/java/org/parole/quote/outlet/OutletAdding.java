package org.parole.quote.outlet;

import java.util.UUID;

/** An outlet is about to take a name. Observers that hold it for another one object with a problem at the pointer. */
public record OutletAdding(UUID id, String nameKey, String pointer) {
}
