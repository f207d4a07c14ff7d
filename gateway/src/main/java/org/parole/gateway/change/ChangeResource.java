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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.FeedPages;
import org.parole.gateway.compose.PagedMerge;
import org.parole.gateway.compose.PagedMerge.Position;
import org.parole.gateway.compose.SortableTimes;
import org.parole.gateway.compose.Tables;
import org.parole.gateway.compose.Views;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.WholeList;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
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
    /** The digits of the largest place in a feed. */
    private static final int PLACE_LENGTH = 19;

    private final Composer composer;
    private final FeedPages pages;
    private final Tables tables;
    private final Cursors cursors;

    ChangeResource(Composer composer, FeedPages pages, Tables tables, Cursors cursors) {
        this.composer = composer;
        this.pages = pages;
        this.tables = tables;
        this.cursors = cursors;
    }

    /** The changes after the cursor. */
    @GET
    @Operation(operationId = "listChanges", summary = "Read the change feed", description = "Every change of every record in both services, including retractions, sorted by record time, each exactly once. Store `next` and send it again at any time. While a service is down, `incomplete` names its missing changes; they appear on a later page.")
    @APIResponse(responseCode = "200", description = "The changes after the cursor", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING))})
    public Uni<ChangePage> list(@Valid @BeanParam PageRequest page, @Context RoutingContext context) {
        return page(page, tables.request(context));
    }

    /** The changes as a table: all until now, or a page where a limit is given. */
    @GET
    @Produces({MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    @Operation(hidden = true)
    public Page<ChangeRow> table(@Valid @BeanParam PageRequest page, @Context RoutingContext context) {
        ChangePage found = tables.whole(page(page, tables.request(context)));
        return new Page<>(found.items().stream().map(ChangeRow::of).toList(), found.next());
    }

    private Uni<ChangePage> page(PageRequest page, Views.Request request) {
        List<Position> after = page.cursor == null
                ? List.of(Position.BEGINNING, Position.BEGINNING)
                : positions(cursors.decode(page.cursor, LIST, FILTERS, 2 * PagedMerge.KEYS));
        return new PagedMerge(composer, pages, page.limit, request.deadline(), request.caller())
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
        String place = change.path("seq").asText();
        return SortableTimes.of(change.path("recordedAt").asText()) + ' '
                + "0".repeat(Math.max(0, PLACE_LENGTH - place.length())) + place;
    }
}
