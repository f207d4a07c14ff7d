package org.parole.gateway.change;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.parole.gateway.access.Gate;
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.PagedMerge;
import org.parole.gateway.compose.PagedMerge.Position;
import org.parole.gateway.compose.SortableTimes;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.PageRequest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.JsonNode;

/** What has changed since one last looked, in both services. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes", description = "Changes of all records, including retractions")
@RegisterForReflection
public class ChangeResource {

    private static final String LIST = "changes";
    private static final List<String> FILTERS = List.of();

    private final Composer composer;
    private final Cursors cursors;

    ChangeResource(Composer composer, Cursors cursors) {
        this.composer = composer;
        this.cursors = cursors;
    }

    /** The changes after the cursor. */
    @GET
    @Operation(operationId = "listChanges", summary = "Read the change feed", description = "Every change of every record in both services, including retractions, sorted by record time, each exactly once. Store `next` and send it again at any time. While a service is down, `incomplete` names its missing changes; they appear on a later page.")
    public Uni<ChangePage> list(@Valid @BeanParam PageRequest page, @Context RoutingContext context) {
        List<Position> after = page.cursor == null
                ? List.of(Position.BEGINNING, Position.BEGINNING)
                : positions(cursors.decode(page.cursor, LIST, FILTERS, 2 * PagedMerge.KEYS));
        return new PagedMerge(composer, page.limit, composer.deadline(), Gate.callerOf(context))
                .of(source("quoteChanges", ServiceName.QUOTES, "/api/v1/quote-changes", after.get(0)),
                        source("tallyChanges", ServiceName.TALLIES, "/api/v1/tally-changes", after.get(1)))
                .map(merged -> new ChangePage(merged.items().stream().map(PagedMerge.Item::value).toList(),
                        cursors.encode(LIST, FILTERS, merged.keys()), merged.missing()));
    }

    private static List<Position> positions(List<String> keys) {
        return List.of(Position.of(keys, 0), Position.of(keys, PagedMerge.KEYS));
    }

    private static PagedMerge.Source source(String name, ServiceName service, String uri, Position position) {
        return new PagedMerge.Source(name, service, uri, true, position, ChangeResource::key);
    }

    /** By when it was recorded; what was recorded at once, by its place in its feed. */
    private static String key(JsonNode change) {
        return SortableTimes.of(change.path("recordedAt").asText())
                + String.format(" %019d", change.path("seq").asLong());
    }
}
