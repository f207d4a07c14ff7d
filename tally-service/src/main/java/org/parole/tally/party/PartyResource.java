package org.parole.tally.party;

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

/** Parties over HTTP. */
@Path("/api/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parties", description = "Parties: states, armed groups, coalitions, mediators, monitors.")
@RegisterForReflection
public class PartyResource {

    private final Parties parties;

    PartyResource(Parties parties) {
        this.parties = parties;
    }

    @GET
    @FromReplica
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(operationId = "listParties", summary = "List parties", description = "Parties, sorted by slug.")
    @APIResponse(responseCode = "200", description = "One page of parties")
    @WholeList
    public Page<PartyView> list(@Valid @BeanParam PartyFilter filter, @Valid @BeanParam PageRequest page) {
        return parties.list(filter, page);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createParty", summary = "Add a party", description = "Slugs are unique and never change: 409 if another record has this slug.")
    @APIResponse(responseCode = "201", description = "The party as recorded")
    public RestResponse<PartyView> create(
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid PartyBody body) {
        return parties.createOnce(key, body, PartyView.class);
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "getParty", summary = "Read a party", description = "410 if the record was retracted.")
    @APIResponse(responseCode = "200", description = "The party")
    public PartyView get(@Parameter(example = "afghan-government") @RestPath String slug,
            @Parameter(description = "Record time: the party as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return parties.view(slug, asOf);
    }

    @PATCH
    @Path("{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchParty", summary = "Revise a party", description = "A JSON Merge Patch (RFC 7396) of the fields that POST accepts. Every change makes a revision and needs a reason.")
    @APIResponse(responseCode = "200", description = "The party after the change")
    public PartyView patch(@Parameter(example = "afghan-government") @RestPath String slug,
            @Parameter(description = "The ETag of the party as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Valid @BeanParam EditorialRevision why, JsonNode patch) {
        return parties.patch(slug, ifMatch, patch, why);
    }

    @DELETE
    @Path("{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractParty", summary = "Retract a party", description = "The party stays in its history and in answers for earlier record times. 409 while agreements refer to it.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@Parameter(example = "afghan-government") @RestPath String slug,
            @Parameter(description = "The ETag of the party as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the retraction.", example = "Entered twice") @QueryParam("reason") @Reason String reason) {
        parties.retract(slug, ifMatch, reason);
    }

    @GET
    @Path("{slug}/history")
    @Operation(operationId = "getPartyHistory", summary = "Read a party's history", description = "Every revision: who changed what, when and why.")
    @APIResponse(responseCode = "200", description = "All revisions, oldest first")
    public History history(@Parameter(example = "afghan-government") @RestPath String slug) {
        return parties.history(slug);
    }
}
