package org.parole.quote.speaker;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.WholeList;
import org.parole.kit.json.MergePatch;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.Problem;
import org.parole.kit.record.EditorialRevision;
import org.parole.kit.record.History;
import org.parole.kit.record.Idempotency;
import org.parole.kit.record.Roles;
import org.parole.kit.replica.FromReplica;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** Speakers over HTTP. */
@Path("/api/v1/speakers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Speakers", description = "Who speaks: persons, organisations, groups and the unnamed.")
@APIResponse(responseCode = "default", description = "A problem, after RFC 9457", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class SpeakerResource {

    private final Speakers speakers;
    private final Idempotency idempotency;

    SpeakerResource(Speakers speakers, Idempotency idempotency) {
        this.speakers = speakers;
        this.idempotency = idempotency;
    }

    @GET
    @FromReplica
    @Operation(operationId = "listSpeakers", summary = "List speakers", description = "Speakers in the order of their names.")
    @APIResponse(responseCode = "200", description = "One page of speakers")
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    public Page<SpeakerView> list(@Valid @BeanParam SpeakerFilter filter, @Valid @BeanParam PageRequest page) {
        return speakers.list(filter, page);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "createSpeaker", summary = "Add a speaker", description = "Names need not be unique: see possible-duplicates.")
    @APIResponse(responseCode = "201", description = "The speaker as recorded")
    public RestResponse<SpeakerView> create(
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid SpeakerBody body) {
        return idempotency.once(key, "POST /speakers", body, SpeakerView.class, () -> {
            SpeakerView view = speakers.create(body);
            return RestResponse.ResponseBuilder.<SpeakerView>created(URI.create("/api/v1/speakers/" + view.id()))
                    .entity(view).build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getSpeaker", summary = "Read a speaker", description = "410 where it was retracted.")
    @APIResponse(responseCode = "200", description = "The speaker")
    public SpeakerView get(@RestPath UUID id,
            @Parameter(description = "Record time: the speaker as it was recorded then.") @QueryParam("asOf") AsOf asOf) {
        return speakers.view(id, asOf);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchSpeaker", summary = "Revise a speaker", description = "JSON Merge Patch over the fields that a POST takes. Every change is a revision with a reason.")
    @APIResponse(responseCode = "200", description = "The speaker after the change")
    public SpeakerView patch(@RestPath UUID id,
            @Parameter(description = "The ETag of the speaker as it was last read.", required = true) @HeaderParam("If-Match") String ifMatch,
            @Valid @BeanParam EditorialRevision why, JsonNode patch) {
        return speakers.patch(id, ifMatch, patch, why);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractSpeaker", summary = "Retract a speaker", description = "It stays in its history and in answers for earlier record times. 409 while quotes are attributed to it.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@RestPath UUID id,
            @Parameter(description = "The ETag of the speaker as it was last read.", required = true) @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = "Why it is retracted.", example = "Entered twice") @QueryParam("reason") @NotBlank(message = "must say why the record is retracted") @Size(max = 500, message = "must have at most 500 characters") String reason) {
        speakers.retract(id, ifMatch, reason);
    }

    @GET
    @Path("{id}/history")
    @Operation(operationId = "getSpeakerHistory", summary = "Read a speaker's history", description = "Every revision with who, when, why and what changed.")
    @APIResponse(responseCode = "200", description = "All revisions, the first one first")
    public History history(@RestPath UUID id) {
        return speakers.history(id);
    }

    @GET
    @FromReplica
    @Path("possible-duplicates")
    @Operation(operationId = "listPossibleDuplicates", summary = "List speakers that may be one", description = "Pairs with the same Wikidata item, or with names or aliases that may be the same in another spelling, script or order of words, with a title or a particle more or less; never groups or the unnamed, never of two parties. Each with a reason and a score, the surest of a page first. A page compares 1,000 speakers with all others: it may have fewer pairs than the limit, even none, and still a next one.")
    @APIResponse(responseCode = "200", description = "One page of pairs")
    @WholeList
    public Page<PossibleDuplicate> possibleDuplicates(
            @Parameter(description = "Only pairs of this speaker (its id) with others; it is then the first of each.") @QueryParam("speaker") UUID speaker,
            @Valid @BeanParam PageRequest page) {
        return speakers.possibleDuplicates(speaker, page);
    }

    @POST
    @Path("{id}/merge")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "mergeSpeaker", summary = "Merge a speaker into another one", description = "From then on its id answers 308 with the other one's address, and its quotes are the other one's. What was recorded stays: an earlier record time shows both, and the merger can be undone. 409 for a speaker with itself, in a circle, or of another kind.")
    @APIResponse(responseCode = "200", description = "The speaker that stays")
    public SpeakerView merge(@RestPath UUID id,
            @Parameter(description = "The ETag of the speaker that is merged, as it was last read.", required = true) @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid MergeBody body) {
        return speakers.merge(id, ifMatch, body);
    }

    @DELETE
    @Path("{id}/merge")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "unmergeSpeaker", summary = "Undo a merger", description = "The speaker stands for itself again, with those that had been merged into it before. 409 where it is not merged.")
    @APIResponse(responseCode = "200", description = "The speaker that stands for itself again")
    public SpeakerView unmerge(@RestPath UUID id,
            @Parameter(description = "Why it is undone.", example = "Two people after all") @QueryParam("reason") @NotBlank(message = "must say why the merger is undone") @Size(max = 500, message = "must have at most 500 characters") String reason) {
        return speakers.unmerge(id, reason);
    }
}
