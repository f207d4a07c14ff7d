package org.parole.gateway.dossier;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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
import org.parole.gateway.compose.Views;
import org.parole.kit.text.Slug;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Dossiers: an agreement, what it promised, what was freed, and what was said about it. */
@Path("/api/v1/dossiers")
@Tag(name = "Dossiers", description = "Promises, releases and quotes side by side")
@RegisterForReflection
public class DossierResource {

    private final Dossiers dossiers;
    private final Views views;

    DossierResource(Dossiers dossiers, Views views) {
        this.dossiers = dossiers;
        this.views = views;
    }

    /** The dossier of one agreement. */
    @GET
    @Path("{agreement}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getDossier", summary = "Read the dossier of an agreement", description = "The agreement, its commitments, a tally for each of them with the conflicts between its sources, and the quotes about it. All three times apply. A missing part is null, and `incomplete` names it; Parole puts nothing in its place.")
    @APIResponse(responseCode = "200", description = "The dossier", content = @Content(schema = @Schema(implementation = DossierView.class)))
    public Uni<Response> get(
            @Parameter(description = "The agreement's slug.", example = "us-taliban-2020") @RestPath @Slug String agreement,
            @BeanParam ThreeTimes times,
            @Parameter(description = "The rule by which `best` is chosen.", example = "consensus") @Schema(enumeration = {
                    "consensus", "latest", "cautious",
                    "verified"}, defaultValue = "consensus") @QueryParam("policy") @Pattern(regexp = "consensus|latest|cautious|verified", message = "must be one of consensus, latest, cautious, verified") String policy,
            @Parameter(description = "The maximum number of quotes.", example = "50") @QueryParam("limit") @Min(value = 1, message = "must be 1 to 200") @Max(value = 200, message = "must be 1 to 200") Integer limit,
            @Context RoutingContext context) {
        return views.answer(context, times.asOf, request -> dossiers.of(agreement, times, policy, limit, request));
    }
}
