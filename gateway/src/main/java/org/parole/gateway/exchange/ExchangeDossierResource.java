package org.parole.gateway.exchange;

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

/** Both directions of an exchange side by side, and what was said about it. */
@Path("/api/v1/exchanges")
@Tag(name = "Exchanges", description = "Two or more parties that release people at one time, by one arrangement, with or without an agreement.")
@RegisterForReflection
public class ExchangeDossierResource {

    private final ExchangeDossiers dossiers;
    private final Views views;

    ExchangeDossierResource(ExchangeDossiers dossiers, Views views) {
        this.dossiers = dossiers;
        this.views = views;
    }

    /** The dossier of one exchange. */
    @GET
    @Path("{slug}/dossier")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getExchangeDossier", summary = "Read both directions of an exchange side by side", description = "The exchange, one entry for each direction with its commitment and its tally, what the directions add up to beside the figures that count them together, the reports behind those, and the quotes about it, all as of the three times. A part that is missing now is null and named in `incomplete`; nothing is put in its place.")
    @APIResponse(responseCode = "200", description = "The dossier", content = @Content(schema = @Schema(implementation = ExchangeDossierView.class)))
    public Uni<Response> get(
            @Parameter(description = "The exchange's slug.", example = "afghanistan-november-2019") @RestPath @Slug String slug,
            @BeanParam ThreeTimes times,
            @Parameter(description = "The rule by which `best` is chosen.", example = "consensus") @Schema(enumeration = {
                    "consensus", "latest", "cautious",
                    "verified"}, defaultValue = "consensus") @QueryParam("policy") @Pattern(regexp = "consensus|latest|cautious|verified", message = "must be one of consensus, latest, cautious, verified") String policy,
            @Parameter(description = "The maximum number of quotes.", example = "50") @QueryParam("limit") @Min(value = 1, message = "must be 1 to 200") @Max(value = 200, message = "must be 1 to 200") Integer limit,
            @Context RoutingContext context) {
        return views.answer(context, times.asOf, request -> dossiers.of(slug, times, policy, limit, null, request));
    }

    /** The dossier for another view, with its sentences in a language. */
    public Uni<ExchangeDossierView> dossier(String slug, ThreeTimes times, String policy, Integer limit,
            String language, Views.Request request) {
        return dossiers.of(slug, times, policy, limit, language, request);
    }
}
