package org.parole.kit.record;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All revisions of a record, the first one first. */
@Schema(description = "All revisions of a record, oldest first.")
public record History(List<Revision> items) {
}
