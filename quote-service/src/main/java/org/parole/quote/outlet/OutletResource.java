package org.parole.quote.outlet;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import org.parole.kit.text.CountryCode;
import org.parole.kit.text.IfMatch;
import org.parole.kit.text.Reason;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** Outlets over HTTP. */
@Path("/api/v1/outlets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outlets", description = "Publishers: wires, newspapers, broadcasters, platforms, official sites.")
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class OutletResource {

    private final Outlets outlets;
    private final Idempotency idempotency;

    OutletResource(Outlets outlets, Idempotency idempotency) {
        this.outlets = outlets;
        this.idempotency = idempotency;
    }

    @GET
    @FromReplica
    @Operation(operationId = "listOutlets", summary = "List outlets", description = "Outlets, sorted by name.")
    @APIResponse(responseCode = "200", description = "One page of outlets")
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    public Page<OutletView> list(
            @Parameter(description = "Only the outlet of this name, regardless of case, accents and punctuation.", example = "Reuters") @QueryParam("name") @Size(min = 1, max = 200, message = "must have 1 to 200 characters") String name,
            @Parameter(description = "Only outlets of this kind.") @QueryParam("kind") OutletKind kind,
            @Parameter(description = "Only outlets of this country (ISO 3166 alpha-2).", example = "GB") @QueryParam("country") @CountryCode String country,
            @Parameter(description = "true: only outlets without a kind. false: only outlets with a kind.") @QueryParam("incomplete") Boolean incomplete,
            @Parameter(description = "Record time: outlets as recorded at that time.") @QueryParam("asOf") AsOf asOf,
            @Valid @BeanParam PageRequest page) {
        return outlets.list(name, kind, country, incomplete, asOf, page);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "createOutlet", summary = "Add an outlet", description = "Names are unique: 409 if another outlet has this name.")
    @APIResponse(responseCode = "201", description = "The outlet as recorded")
    public RestResponse<OutletView> create(
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid OutletBody body) {
        return idempotency.once(key, "POST /outlets", body, OutletView.class, () -> {
            OutletView view = outlets.create(body);
            return RestResponse.ResponseBuilder.<OutletView>created(URI.create("/api/v1/outlets/" + view.id()))
                    .entity(view).build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getOutlet", summary = "Read an outlet", description = "410 if the record was retracted.")
    @APIResponse(responseCode = "200", description = "The outlet")
    public OutletView get(@RestPath UUID id,
            @Parameter(description = "Record time: the outlet as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return outlets.view(id, asOf);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchOutlet", summary = "Revise an outlet", description = "A JSON Merge Patch (RFC 7396) of the fields that POST accepts. Every change makes a revision and needs a reason.")
    @APIResponse(responseCode = "200", description = "The outlet after the change")
    public OutletView patch(@RestPath UUID id,
            @Parameter(description = "The ETag of the outlet as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Valid @BeanParam EditorialRevision why, JsonNode patch) {
        return outlets.patch(id, ifMatch, patch, why);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractOutlet", summary = "Retract an outlet", description = "The outlet stays in its history and in answers for earlier record times. 409 while it has documents.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@RestPath UUID id,
            @Parameter(description = "The ETag of the outlet as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the retraction.", example = "Entered twice") @QueryParam("reason") @Reason String reason) {
        outlets.retract(id, ifMatch, reason);
    }

    @GET
    @Path("{id}/history")
    @Operation(operationId = "getOutletHistory", summary = "Read an outlet's history", description = "Every revision: who changed what, when and why.")
    @APIResponse(responseCode = "200", description = "All revisions, oldest first")
    public History history(@RestPath UUID id) {
        return outlets.history(id);
    }
}
