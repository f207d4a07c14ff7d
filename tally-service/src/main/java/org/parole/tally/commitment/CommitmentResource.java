package org.parole.tally.commitment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.parole.kit.record.EditorialRevision;
import org.parole.kit.record.History;
import org.parole.kit.record.Roles;
import org.parole.kit.replica.FromReplica;
import org.parole.kit.text.IfMatch;
import org.parole.kit.text.Reason;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** Commitments over HTTP. */
@Path("/api/v1/commitments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments", description = "Promises: who releases how many of whom, by when and on what condition.")
@RegisterForReflection
public class CommitmentResource {

    private final Commitments commitments;

    CommitmentResource(Commitments commitments) {
        this.commitments = commitments;
    }

    @GET
    @FromReplica
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(operationId = "listCommitments", summary = "List commitments", description = "Commitments, sorted by slug.")
    @APIResponse(responseCode = "200", description = "One page of commitments")
    @WholeList
    public Page<CommitmentView> list(@Valid @BeanParam CommitmentFilter filter, @Valid @BeanParam PageRequest page) {
        return commitments.list(filter, page);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCommitment", summary = "Add a commitment", description = "Slugs are unique and never change: 409 if another record has this slug.")
    @APIResponse(responseCode = "201", description = "The commitment as recorded")
    public RestResponse<CommitmentView> create(
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid CommitmentBody body) {
        return commitments.createOnce(key, body, CommitmentView.class);
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "getCommitment", summary = "Read a commitment", description = "410 if the record was retracted.")
    @APIResponse(responseCode = "200", description = "The commitment")
    public CommitmentView get(@Parameter(example = "us-taliban-2020-taliban-prisoners") @RestPath String slug,
            @Parameter(description = "Record time: the commitment as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return commitments.view(slug, asOf);
    }

    @PATCH
    @Path("{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchCommitment", summary = "Revise a commitment", description = "A JSON Merge Patch (RFC 7396) of the fields that POST accepts. Every change makes a revision and needs a reason.")
    @APIResponse(responseCode = "200", description = "The commitment after the change")
    public CommitmentView patch(@Parameter(example = "us-taliban-2020-taliban-prisoners") @RestPath String slug,
            @Parameter(description = "The ETag of the commitment as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Valid @BeanParam EditorialRevision why, JsonNode patch) {
        return commitments.patch(slug, ifMatch, patch, why);
    }

    @DELETE
    @Path("{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractCommitment", summary = "Retract a commitment", description = "The commitment stays in its history and in answers for earlier record times. 409 while reports or other commitments refer to it.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@Parameter(example = "us-taliban-2020-taliban-prisoners") @RestPath String slug,
            @Parameter(description = "The ETag of the commitment as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the retraction.", example = "Entered twice") @QueryParam("reason") @Reason String reason) {
        commitments.retract(slug, ifMatch, reason);
    }

    @GET
    @Path("{slug}/history")
    @Operation(operationId = "getCommitmentHistory", summary = "Read a commitment's history", description = "Every revision: who changed what, when and why.")
    @APIResponse(responseCode = "200", description = "All revisions, oldest first")
    public History history(@Parameter(example = "us-taliban-2020-taliban-prisoners") @RestPath String slug) {
        return commitments.history(slug);
    }
}
