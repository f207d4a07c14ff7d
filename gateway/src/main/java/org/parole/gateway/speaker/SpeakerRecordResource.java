package org.parole.gateway.speaker;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.TimeParameters;
import org.parole.gateway.compose.Views;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A speaker's record: what it said and claimed, beside the tallies of its party. */
@Path("/api/v1/speakers/{id}/record")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Speakers", description = "Speakers: persons, organisations, groups and anonymous sources.")
@RegisterForReflection
public class SpeakerRecordResource {

    private static final String SPEAKER = "speaker";
    private static final String QUOTES = "quotes";
    private static final String REPORTS = "releaseReports";
    private static final String TALLIES = "tallies";

    private final Composer composer;
    private final Views views;

    SpeakerRecordResource(Composer composer, Views views) {
        this.composer = composer;
        this.views = views;
    }

    /** The record of one speaker. */
    @GET
    @Operation(operationId = "getSpeakerRecord", summary = "Read a speaker's record", description = "The speaker, its quotes, the figures that it claimed, and the tallies of the party that it speaks for. All three times apply. A missing part is null, and `incomplete` names it.")
    @APIResponse(responseCode = "200", description = "The record", content = @Content(schema = @Schema(implementation = SpeakerRecordView.class)))
    public Uni<Response> get(@Parameter(description = "The speaker's id.") @RestPath UUID id,
            @BeanParam ThreeTimes times,
            @Parameter(description = "The maximum number of quotes, and of reports.", example = "50") @QueryParam("limit") @Min(value = 1, message = "must be 1 to 200") @Max(value = 200, message = "must be 1 to 200") Integer limit,
            @Context RoutingContext context) {
        return views.answer(context, times.asOf, request -> record(id, times, limit, request));
    }

    /** The record of a speaker for another view. */
    public Uni<SpeakerRecordView> record(UUID id, ThreeTimes times, Integer limit, Views.Request request) {
        List<Part> said = List.of(
                new Part(SPEAKER, ServiceName.QUOTES,
                        TimeParameters.addRecordTime(Query.of("/api/v1/speakers/" + id), times).toString()),
                new Part(QUOTES, ServiceName.QUOTES,
                        TimeParameters
                                .addAll(Query.of("/api/v1/quotes").with("speaker", id).with("limit", limit), times)
                                .toString()));
        return composer.fetch(said, request.deadline(), request.caller()).flatMap(first -> {
            JsonNode speaker = first.required(SPEAKER, "speaker", id, other -> "/api/v1/speakers/" + other + "/record");
            // The tally-service knows claimants by name and parties by slug, and only the speaker's record says which these are.
            List<Part> tallied = tallied(speaker.path("name").asText(), speaker.path("party").textValue(), times,
                    limit);
            return composer.fetch(tallied, request.deadline(), request.caller())
                    .map(second -> view(first.and(second), !speaker.hasNonNull("party")));
        });
    }

    private static List<Part> tallied(String claimant, String party, ThreeTimes times, Integer limit) {
        Part reports = new Part(REPORTS, ServiceName.TALLIES,
                TimeParameters
                        .addAll(Query.of("/api/v1/release-reports").with("claimant", claimant).with("limit", limit),
                                times)
                        .toString());
        return party == null
                ? List.of(reports)
                : List.of(reports, new Part(TALLIES, ServiceName.TALLIES,
                        TimeParameters.addAll(Query.of("/api/v1/tallies").with("party", party), times).toString()));
    }

    private static SpeakerRecordView view(Parts parts, boolean withoutParty) {
        return new SpeakerRecordView(parts.get(SPEAKER), parts.get(QUOTES), parts.get(REPORTS),
                withoutParty ? JsonNodeFactory.instance.arrayNode() : parts.items(TALLIES), parts.missing());
    }
}
