package org.parole.kit.record;

import java.util.UUID;

/** The record was merged into another one of its kind, which answers in its place with 308. */
public class MergedRecordException extends RuntimeException {

    private final String collection;
    private final UUID into;

    /**
     * A record that was merged.
     *
     * @param collection the name of its records in paths, as in "speakers"
     * @param into the one that stays
     */
    public MergedRecordException(String collection, UUID into) {
        super("merged into " + into);
        this.collection = collection;
        this.into = into;
    }

    /** Where the one that stays is read. */
    String path() {
        return "/api/v1/" + collection + "/" + into;
    }
}
