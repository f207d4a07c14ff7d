package org.parole.tally.exchange;

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

/** Exchanges over HTTP. */
@Path("/api/v1/exchanges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchanges", description = "Two or more parties that release people at one time, by one arrangement, with or without an agreement.")
@RegisterForReflection
public class ExchangeResource {

    private final Exchanges exchanges;

    ExchangeResource(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @GET
    @FromReplica
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(operationId = "listExchanges", summary = "List exchanges", description = "Exchanges, sorted by slug.")
    @APIResponse(responseCode = "200", description = "One page of exchanges")
    @WholeList
    public Page<ExchangeView> list(@Valid @BeanParam ExchangeFilter filter, @Valid @BeanParam PageRequest page) {
        return exchanges.list(filter, page);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createExchange", summary = "Add an exchange", description = "Slugs are unique and never change: 409 if another record has this slug.")
    @APIResponse(responseCode = "201", description = "The exchange as recorded")
    public RestResponse<ExchangeView> create(
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid ExchangeBody body) {
        return exchanges.createOnce(key, body, ExchangeView.class);
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "getExchange", summary = "Read an exchange", description = "410 if the record was retracted.")
    @APIResponse(responseCode = "200", description = "The exchange")
    public ExchangeView get(@Parameter(example = "afghanistan-november-2019") @RestPath String slug,
            @Parameter(description = "Record time: the exchange as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return exchanges.view(slug, asOf);
    }

    @PATCH
    @Path("{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchExchange", summary = "Revise an exchange", description = "A JSON Merge Patch (RFC 7396) of the fields that POST accepts. Every change makes a revision and needs a reason.")
    @APIResponse(responseCode = "200", description = "The exchange after the change")
    public ExchangeView patch(@Parameter(example = "afghanistan-november-2019") @RestPath String slug,
            @Parameter(description = "The ETag of the exchange as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Valid @BeanParam EditorialRevision why, JsonNode patch) {
        return exchanges.patch(slug, ifMatch, patch, why);
    }

    @DELETE
    @Path("{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractExchange", summary = "Retract an exchange", description = "The exchange stays in its history and in answers for earlier record times. 409 while commitments or reports refer to it.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@Parameter(example = "afghanistan-november-2019") @RestPath String slug,
            @Parameter(description = "The ETag of the exchange as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the retraction.", example = "Entered twice") @QueryParam("reason") @Reason String reason) {
        exchanges.retract(slug, ifMatch, reason);
    }

    @GET
    @Path("{slug}/history")
    @Operation(operationId = "getExchangeHistory", summary = "Read an exchange's history", description = "Every revision: who changed what, when and why.")
    @APIResponse(responseCode = "200", description = "All revisions, oldest first")
    public History history(@Parameter(example = "afghanistan-november-2019") @RestPath String slug) {
        return exchanges.history(slug);
    }
}
