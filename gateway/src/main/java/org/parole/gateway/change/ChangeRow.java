package org.parole.gateway.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Cells;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** A change as one row of a table. */
@Schema(name = "ChangeRow", description = "A change as one row of a table.")
@RegisterForReflection
public record ChangeRow(
        @Schema(description = "Its place in the feed of its service; each service counts for itself") Long seq,
        @Schema(description = "What was done") String kind,
        @Schema(description = "What kind of record it is") String recordType,
        @Schema(description = "Id or slug of the record") String recordId,
        @Schema(description = "The revision that the record has since") Long revision,
        @Schema(description = "When it was recorded") String recordedAt,
        @Schema(description = "By whom") String recordedBy) {

    static ChangeRow of(JsonNode change) {
        Cells cells = new Cells(change);
        return new ChangeRow(cells.number("/seq"), cells.text("/kind"), cells.text("/recordType"),
                cells.text("/recordId"), cells.number("/revision"), cells.text("/recordedAt"),
                cells.text("/recordedBy"));
    }
}
