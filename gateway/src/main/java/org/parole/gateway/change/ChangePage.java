package org.parole.gateway.change;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Composed;
import org.parole.gateway.compose.Missing;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A page of the feed.
 *
 * @param items the changes, oldest first
 * @param next where the feed goes on; always there
 * @param incomplete which part of the feed could not be had; its changes come on a later page
 */
@Schema(name = "ChangePage", description = "Changes of all records, oldest first. Every page has a `next`: send it again later.")
@RegisterForReflection
public record ChangePage(List<JsonNode> items, String next, List<Missing> incomplete)
        implements
            Composed {
}
