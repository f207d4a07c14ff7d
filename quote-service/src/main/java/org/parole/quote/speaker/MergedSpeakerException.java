package org.parole.quote.speaker;

import java.util.UUID;

/** The speaker that was asked for was merged into another one. */
public class MergedSpeakerException extends RuntimeException {

    private final UUID canonicalId;

    MergedSpeakerException(UUID canonicalId) {
        super("merged into " + canonicalId);
        this.canonicalId = canonicalId;
    }

    /** The one at the end of the chain. */
    public UUID canonicalId() {
        return canonicalId;
    }
}
