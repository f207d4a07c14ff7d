package org.parole.tally.agreement;

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

/** Agreements over HTTP. */
@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements", description = "Agreements: what they say, who signed them and whom they bind.")
@RegisterForReflection
public class AgreementResource {

    private final Agreements agreements;

    AgreementResource(Agreements agreements) {
        this.agreements = agreements;
    }

    @GET
    @FromReplica
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(operationId = "listAgreements", summary = "List agreements", description = "Agreements, sorted by slug.")
    @APIResponse(responseCode = "200", description = "One page of agreements")
    @WholeList
    public Page<AgreementView> list(@Valid @BeanParam AgreementFilter filter, @Valid @BeanParam PageRequest page) {
        return agreements.list(filter, page);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createAgreement", summary = "Add an agreement", description = "Slugs are unique and never change: 409 if another record has this slug.")
    @APIResponse(responseCode = "201", description = "The agreement as recorded")
    public RestResponse<AgreementView> create(
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid AgreementBody body) {
        return agreements.createOnce(key, body, AgreementView.class);
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "getAgreement", summary = "Read an agreement", description = "410 if the record was retracted.")
    @APIResponse(responseCode = "200", description = "The agreement")
    public AgreementView get(@Parameter(example = "us-taliban-2020") @RestPath String slug,
            @Parameter(description = "Record time: the agreement as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return agreements.view(slug, asOf);
    }

    @PATCH
    @Path("{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchAgreement", summary = "Revise an agreement", description = "A JSON Merge Patch (RFC 7396) of the fields that POST accepts. Every change makes a revision and needs a reason.")
    @APIResponse(responseCode = "200", description = "The agreement after the change")
    public AgreementView patch(@Parameter(example = "us-taliban-2020") @RestPath String slug,
            @Parameter(description = "The ETag of the agreement as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Valid @BeanParam EditorialRevision why, JsonNode patch) {
        return agreements.patch(slug, ifMatch, patch, why);
    }

    @DELETE
    @Path("{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractAgreement", summary = "Retract an agreement", description = "The agreement stays in its history and in answers for earlier record times. 409 while it has commitments.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@Parameter(example = "us-taliban-2020") @RestPath String slug,
            @Parameter(description = "The ETag of the agreement as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the retraction.", example = "Entered twice") @QueryParam("reason") @Reason String reason) {
        agreements.retract(slug, ifMatch, reason);
    }

    @GET
    @Path("{slug}/history")
    @Operation(operationId = "getAgreementHistory", summary = "Read an agreement's history", description = "Every revision: who changed what, when and why.")
    @APIResponse(responseCode = "200", description = "All revisions, oldest first")
    public History history(@Parameter(example = "us-taliban-2020") @RestPath String slug) {
        return agreements.history(slug);
    }
}
