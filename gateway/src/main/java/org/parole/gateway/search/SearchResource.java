package org.parole.gateway.search;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.Tables;
import org.parole.gateway.compose.TimeParameters;
import org.parole.gateway.compose.Views;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.page.Page;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.JsonNode;

/** One box over quotes, speakers, agreements and release reports. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search", description = "One search over all records with words")
@RegisterForReflection
public class SearchResource {

    private static final String QUOTES = "quotes";
    private static final String SPEAKERS = "speakers";
    private static final String AGREEMENTS = "agreements";
    private static final String REPORTS = "releaseReports";

    private final Composer composer;
    private final Views views;
    private final Tables tables;

    SearchResource(Composer composer, Views views, Tables tables) {
        this.composer = composer;
        this.views = views;
        this.tables = tables;
    }

    /** A section, and what its whole list is called. */
    private record Section(String name, ServiceName service, Query list) {

        private Part part(int limit) {
            return new Part(name, service, Query.of(list.toString()).with("limit", limit).toString());
        }
    }

    /** What fits the words. */
    @GET
    @Operation(operationId = "search", summary = "Search everything", description = "The first matching quotes (by content, best match first), speakers (by name, most similar first), agreements and release reports (by their words), each with the path of the whole list. A missing section is null, and `incomplete` names it.")
    @APIResponse(responseCode = "200", description = "The result", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SearchView.class)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING))})
    public Uni<Response> search(
            @Parameter(description = "Words to search for, as in a web search: all of them, \"in this order\", one or another, -without.", example = "prisoners", required = true) @QueryParam("q") @NotBlank(message = "must say what to search for") @Size(min = 1, max = 200, message = "must have 1 to 200 characters") String q,
            @Parameter(description = "The maximum number of items of each section.", example = "5") @QueryParam("limit") @DefaultValue("5") @Min(value = 1, message = "must be 1 to 20") @Max(value = 20, message = "must be 1 to 20; `more` leads to all") Integer limit,
            @Valid @BeanParam ThreeTimes times, @Context RoutingContext context) {
        List<Section> sections = sections(q, times);
        return views.answer(context, times.asOf, request -> found(sections, limit, request));
    }

    /** The same as a table. */
    @GET
    @Produces({MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(hidden = true)
    public Page<SearchRow> table(
            @QueryParam("q") @NotBlank(message = "must say what to search for") @Size(min = 1, max = 200, message = "must have 1 to 200 characters") String q,
            @QueryParam("limit") @DefaultValue("5") @Min(value = 1, message = "must be 1 to 20") @Max(value = 20, message = "must be 1 to 20; `more` leads to all") Integer limit,
            @Valid @BeanParam ThreeTimes times, @Context RoutingContext context) {
        return new Page<>(SearchRow.of(tables.whole(found(sections(q, times), limit, tables.request(context)))), null);
    }

    private static List<Section> sections(String q, ThreeTimes times) {
        return List.of(
                new Section(QUOTES, ServiceName.QUOTES,
                        TimeParameters.addAll(Query.of("/api/v1/quotes").with("q", q), times)),
                new Section(SPEAKERS, ServiceName.QUOTES,
                        TimeParameters.addRecordTime(Query.of("/api/v1/speakers").with("name", q), times)),
                new Section(AGREEMENTS, ServiceName.TALLIES,
                        TimeParameters.addRecordTime(Query.of("/api/v1/agreements").with("q", q), times)),
                new Section(REPORTS, ServiceName.TALLIES,
                        TimeParameters.addAll(Query.of("/api/v1/release-reports").with("q", q), times)));
    }

    private Uni<SearchView> found(List<Section> sections, int limit, Views.Request request) {
        return composer.fetch(sections.stream().map(section -> section.part(limit)).toList(), request.deadline(),
                request.caller()).map(parts -> view(sections, parts, limit));
    }

    private static SearchView view(List<Section> sections, Parts parts, int limit) {
        if (sections.stream().noneMatch(section -> parts.has(section.name()))) {
            throw parts.unavailable();
        }
        List<SearchSection> found = sections.stream().map(section -> found(section, parts, limit)).toList();
        return new SearchView(found.get(0), found.get(1), found.get(2), found.get(3), parts.missing());
    }

    private static SearchSection found(Section section, Parts parts, int limit) {
        JsonNode page = parts.get(section.name());
        if (page == null) {
            return null;
        }
        // Names that are similar come as one page, so that only a full one may have more behind it.
        boolean more = page.hasNonNull("next") || section.name().equals(SPEAKERS) && page.path("items").size() >= limit;
        return new SearchSection(page.path("items"), more ? section.list().toString() : null);
    }
}
