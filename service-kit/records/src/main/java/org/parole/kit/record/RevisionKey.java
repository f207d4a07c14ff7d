package org.parole.kit.record;

import java.io.Serializable;
import java.util.UUID;

/** One revision of one record. */
public record RevisionKey(UUID id, int revision) implements Serializable {
}
