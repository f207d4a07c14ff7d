package org.parole.quote.document;

import java.util.UUID;

/** The document that was asked for was merged into another one. */
public class MergedDocumentException extends RuntimeException {

    private final UUID into;

    MergedDocumentException(UUID into) {
        super("merged into " + into);
        this.into = into;
    }

    /** The one that stays. */
    public UUID into() {
        return into;
    }
}
