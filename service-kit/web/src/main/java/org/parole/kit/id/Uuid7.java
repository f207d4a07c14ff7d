package org.parole.kit.id;

import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Ids of records: UUID version 7 (RFC 9562), so that they sort by the time they were made. */
public final class Uuid7 {

    private Uuid7() {
    }

    /** A new id. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
