package org.parole.tally.intake;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.parole.kit.record.Roles;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The tally-service's half of an intake, for the gateway alone. */
@Path("/internal/intakes/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CONTRIBUTOR)
@Tag(name = "Internal", description = "Internal operations between the gateway and the services. Clients cannot reach them.")
@RegisterForReflection
public class IntakeResource {

    private final ReportIntakes intakes;

    IntakeResource(ReportIntakes intakes) {
        this.intakes = intakes;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "prepareIntake", summary = "Prepare an intake", description = "Checks all records, assigns their ids, and stores them invisibly. Idempotent for the same body. 409 for another body, and for an aborted intake.")
    @APIResponse(responseCode = "200", description = "The ids that the records will have")
    public IntakePlan prepare(@RestPath UUID id,
            @Parameter(description = "Checks everything and keeps nothing.") @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @Parameter(description = "Writes it at once: for the last service that takes part, whose transaction is the decision.") @QueryParam("commit") @DefaultValue("false") Boolean commit,
            @NotNull @Valid IntakeBody body) {
        if (dryRun) {
            return intakes.check(id, body);
        }
        return commit ? intakes.writeAtOnce(id, body) : intakes.prepare(id, body);
    }

    @POST
    @Path("commit")
    @Operation(operationId = "commitIntake", summary = "Commit an intake", description = "Makes all records visible in one transaction. Idempotent. 409 for an aborted intake.")
    @APIResponse(responseCode = "200", description = "The ids that the records have")
    public IntakePlan commit(@RestPath UUID id) {
        return intakes.commit(id);
    }

    @DELETE
    @Operation(operationId = "abortIntake", summary = "Abort an intake", description = "Drops the intake, even if it was never prepared. Idempotent. 409 for a committed intake.")
    @APIResponse(responseCode = "204", description = "Dropped")
    public void abort(@RestPath UUID id) {
        intakes.abort(id);
    }

    @GET
    @Operation(operationId = "getIntake", summary = "Read the state of an intake", description = "PREPARED, COMMITTED or ABORTED.")
    @APIResponse(responseCode = "200", description = "The intake")
    public IntakePlan get(@RestPath UUID id) {
        return intakes.view(id);
    }
}
