package org.parole.quote.relation;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Idempotency;
import org.parole.kit.record.Roles;
import org.parole.kit.replica.FromReplica;
import org.parole.kit.text.IfMatch;
import org.parole.kit.text.Reason;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Relations between quotes over HTTP. */
@Path("/api/v1/quotes/{quote}/relations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quotes")
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class RelationResource {

    private final Relations relations;
    private final Idempotency idempotency;

    RelationResource(Relations relations, Idempotency idempotency) {
        this.relations = relations;
        this.idempotency = idempotency;
    }

    @GET
    @FromReplica
    @Operation(operationId = "listQuoteRelations", summary = "List a quote's relations", description = "The relations of the quote to others, and those of others to it.")
    @APIResponse(responseCode = "200", description = "One page of the quote's relations")
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    public Page<RelationView> list(@RestPath UUID quote,
            @Parameter(description = "Record time: relations as recorded at that time.") @QueryParam("asOf") AsOf asOf,
            @Valid @BeanParam PageRequest page) {
        return relations.of(quote, asOf, page);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "createQuoteRelation", summary = "Relate a quote to another one", description = "The other quote must be a different, recorded quote. It must not be later, unless forcedReason gives a reason. 409 if the relation is already recorded.")
    @APIResponse(responseCode = "201", description = "The relation as recorded")
    public RestResponse<RelationView> create(@RestPath UUID quote,
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid RelationBody body) {
        if (body.from() != null && !body.from().equals(quote)) {
            throw ProblemException.invalidBody("/from", "must be the quote in the path, or be absent");
        }
        RelationBody relation = body.withFrom(quote);
        return idempotency.once(key, "POST /quotes/relations", relation, RelationView.class, () -> {
            RelationView view = relations.create(relation);
            return RestResponse.ResponseBuilder.<RelationView>created(
                    URI.create("/api/v1/quotes/" + quote + "/relations/" + view.id())).entity(view).build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getQuoteRelation", summary = "Read a relation", description = "Works from either end.")
    @APIResponse(responseCode = "200", description = "The relation")
    public RelationView get(@RestPath UUID quote, @RestPath UUID id,
            @Parameter(description = "Record time: the relation as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return relations.viewOf(quote, id, asOf);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractQuoteRelation", summary = "Retract a relation", description = "The relation stays in answers for earlier record times.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@RestPath UUID quote, @RestPath UUID id,
            @Parameter(description = "The ETag of the relation as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the retraction.", example = "Another quote was meant") @QueryParam("reason") @Reason String reason) {
        relations.retractOf(quote, id, ifMatch, reason);
    }
}
