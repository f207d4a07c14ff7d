package org.parole.gateway.intake;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.gateway.access.Gate;
import org.parole.kit.problem.ProblemException;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.JsonNode;

/** Intake: one news story with all that it says, in one request. */
@Path("/api/v1/intake")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Intake", description = "One document with its quotes, exchanges, commitments and release reports: all of it or nothing")
@Blocking
@RegisterForReflection
public class IntakeResource {

    private final IntakeCoordinator intakes;

    IntakeResource(IntakeCoordinator intakes) {
        this.intakes = intakes;
    }

    /** Records all of it or none of it. */
    @POST
    @RolesAllowed({"contributor", "editor", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "takeIn", summary = "Record a document with its quotes, exchanges, commitments and release reports", description = "Whole or not at all, also when a service dies in the middle. The parts refer to each other by labels of your choice, and the answer gives the id for each label. What a report does not say about its publication it takes from the document. Send an Idempotency-Key, and the request can be repeated safely; then a document that is recorded already, under any address of its article, is taken as it is, and 409 answers another text.")
    @APIResponse(responseCode = "200", description = "Nothing is wrong with it; nothing was written, since that was only a dry run. The ids are not kept.", content = @Content(schema = @Schema(implementation = IntakeView.class)))
    @APIResponse(responseCode = "201", description = "Recorded. All of it can be read.", content = @Content(schema = @Schema(implementation = IntakeView.class)))
    @APIResponse(responseCode = "202", description = "Decided. All of it will be recorded, but a service is down, so some records cannot be read yet. The Location shows the state.", content = @Content(schema = @Schema(implementation = IntakeView.class)))
    public RestResponse<IntakeView> take(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "#/components/schemas/IntakeRequest"))) JsonNode body,
            @Parameter(description = "Any text of your choice, new for each intake. The same text makes a retry safe.", example = "story-2020-04-07-a") @HeaderParam("Idempotency-Key") @Pattern(regexp = "[\\x20-\\x7e]{1,255}", message = "must be 1 to 255 printable ASCII characters") String idempotencyKey,
            @Parameter(description = "Checks all of it, says how each quote's words stand in the text, and writes nothing.") @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @Context RoutingContext context) {
        if (dryRun) {
            return RestResponse.ok(intakes.check(body, Gate.callerOf(context)));
        }
        IntakeView view = intakes.take(body, idempotencyKey, Gate.callerOf(context));
        RestResponse.Status status = view.state() == IntakeState.COMMITTED
                ? RestResponse.Status.CREATED
                : RestResponse.Status.ACCEPTED;
        return RestResponse.ResponseBuilder.create(status, view).location(URI.create("/api/v1/intake/" + view.id()))
                .build();
    }

    /** How far an intake is. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getIntake", summary = "Read the state of an intake", description = "The answer has the ids of the records after the intake is decided.")
    public IntakeView get(@Parameter(description = "The intake's id.") @RestPath UUID id) {
        return intakes.find(id).orElseThrow(() -> ProblemException.notFound("intake", id));
    }
}
