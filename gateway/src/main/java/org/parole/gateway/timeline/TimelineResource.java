package org.parole.gateway.timeline;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.parole.gateway.compose.Composer;
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

/** What was said and what was reported, in one order. */
@Path("/api/v1/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timeline", description = "Quotes and release reports in one list")
@RegisterForReflection
public class TimelineResource {

    private static final String LIST = "timeline";
    private static final String QUOTES = "quotes";
    private static final String REPORTS = "releaseReports";

    private final Composer composer;
    private final Views views;
    private final Tables tables;
    private final Cursors cursors;

    TimelineResource(Composer composer, Views views, Tables tables, Cursors cursors) {
        this.composer = composer;
        this.views = views;
        this.tables = tables;
        this.cursors = cursors;
    }

    /** A page of the timeline. */
    @GET
    @Operation(operationId = "getTimeline", summary = "Read the timeline", description = "Quotes and release reports, oldest first. They are sorted by event time, then by id, which is the order in which they were recorded. A month or a year sorts as its first day; a quote with an unknown date sorts by its publication. While one of the two lists is missing, `incomplete` names it. Send the same cursor again for the whole page, or continue with `next`, which has the missing items later.")
    @APIResponse(responseCode = "200", description = "A page of the timeline", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TimelinePage.class)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING))})
    public Uni<Response> get(@Valid @BeanParam TimelineFilter filter, @Valid @BeanParam PageRequest page,
            @Context RoutingContext context) {
        return views.answer(context, filter.asOf, request -> page(filter, page, request));
    }

    /** The timeline as a table: all of it, or a page where a limit is given. */
    @GET
    @Produces(MediaTypes.CSV)
    @WholeList
    @Operation(hidden = true)
    public Page<TimelineRow> table(@Valid @BeanParam TimelineFilter filter, @Valid @BeanParam PageRequest page,
            @Context RoutingContext context) {
        return lines(filter, page, context).map(TimelineRow::of);
    }

    /** The timeline with an entry a line: all of it, or a page where a limit is given. */
    @GET
    @Produces(MediaTypes.NDJSON)
    @WholeList
    @Operation(hidden = true)
    public Page<TimelineEntry> lines(@Valid @BeanParam TimelineFilter filter, @Valid @BeanParam PageRequest page,
            @Context RoutingContext context) {
        TimelinePage found = tables.whole(page(filter, page, tables.request(context)));
        return new Page<>(found.items(), found.next());
    }

    /** A page of the timeline for another view. */
    public Uni<TimelinePage> page(TimelineFilter filter, PageRequest page, Views.Request request) {
        List<Position> after = page.cursor == null
                ? List.of(Position.BEGINNING, Position.BEGINNING)
                : positions(cursors.decode(page.cursor, LIST, filter.fingerprint(), 2 * PagedMerge.KEYS));
        return new PagedMerge(composer, page.limit, request.deadline(), request.caller())
                .of(new PagedMerge.Source(QUOTES, ServiceName.QUOTES, filter.quotes(), false, after.get(0),
                        quote -> key(TimelineEntry.timeOf(quote), quote)),
                        new PagedMerge.Source(REPORTS, ServiceName.TALLIES, filter.reports(), false, after.get(1),
                                report -> key(report.path("eventOn").asText(), report)))
                .map(merged -> view(merged, filter));
    }

    private static List<Position> positions(List<String> keys) {
        return List.of(Position.of(keys, 0), Position.of(keys, PagedMerge.KEYS));
    }

    private static String key(String time, JsonNode item) {
        return SortableTimes.of(time) + ' ' + item.path("id").asText();
    }

    private TimelinePage view(PagedMerge.Page merged, TimelineFilter filter) {
        List<TimelineEntry> entries = merged.items().stream().map(item -> item.source().equals(QUOTES)
                ? TimelineEntry.ofQuote(item.value())
                : TimelineEntry.ofReport(item.value())).toList();
        return new TimelinePage(entries,
                merged.more() ? cursors.encode(LIST, filter.fingerprint(), merged.keys()) : null, merged.missing());
    }
}
