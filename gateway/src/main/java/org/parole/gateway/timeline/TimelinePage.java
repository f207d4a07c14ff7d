package org.parole.gateway.timeline;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Composed;
import org.parole.gateway.compose.Missing;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A page of the timeline.
 *
 * @param items quotes and release reports, oldest first
 * @param next the cursor of the following page; null after the last one
 * @param incomplete which of the two lists could not be had; it goes on where it was with `next`
 */
@Schema(name = "TimelinePage", description = "Quotes and release reports in one list, oldest first. If `incomplete` names a list, its items are missing from this page. Send the same cursor again for the whole page, or continue with `next`, which has the missing items as soon as the service is back.")
@RegisterForReflection
public record TimelinePage(List<TimelineEntry> items,
        @Schema(description = "The cursor of the next page. null on the last page", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        List<Missing> incomplete) implements Composed {
}
