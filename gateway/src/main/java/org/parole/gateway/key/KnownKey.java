package org.parole.gateway.key;

import java.time.Instant;
import java.util.UUID;

import org.parole.gateway.access.Caller;

/**
 * A key that was checked against the table, as the cache holds it.
 *
 * @param id the key's row
 * @param caller whom it speaks for
 * @param expiresAt when it stops working; null for never
 */
record KnownKey(UUID id, Caller caller, Instant expiresAt) {

    boolean worksAt(Instant when) {
        return expiresAt == null || when.isBefore(expiresAt);
    }
}
