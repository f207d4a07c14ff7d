package org.parole.tally.tally;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;

/** Tallies over HTTP; the rules stand in docs/tallies.md. */
@Path("/api/v1/tallies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tallies", description = "How many were promised and freed, according to whom, and where the sources disagree.")
public class TallyResource {

    private final Tallies tallies;

    TallyResource(Tallies tallies) {
        this.tallies = tallies;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(operationId = "listTallies", summary = "Tallies of an agreement or a party", description = "One tally for each commitment that the filters hold for. At least one of commitment, agreement and party must be given.")
    @APIResponse(responseCode = "200", description = "One page of tallies, by commitment")
    public Page<TallyView> list(@Valid @BeanParam TallyFilter filter, @Valid @BeanParam PageRequest page) {
        return tallies.list(filter, page);
    }

    @GET
    @Path("series")
    @Operation(operationId = "getTallySeries", summary = "The released figures over time", description = "The answer at each date where something changed, or at each day, week or month, up to on.")
    @APIResponse(responseCode = "200", description = "Arrays of equal length")
    public SeriesView series(
            @Parameter(description = "Slug of the commitment.", example = "us-taliban-2020-taliban-prisoners", required = true) @QueryParam("commitment") @NotNull(message = "must be the slug of a commitment") String commitment,
            @Parameter(description = "At which dates to answer.") @QueryParam("step") @DefaultValue("CHANGE") SeriesView.Step step,
            @Valid @BeanParam TallyQuestion question) {
        return tallies.series(commitment, step, question);
    }

    @GET
    @Path("{commitment}")
    @Operation(operationId = "getTally", summary = "The tally of one commitment", description = "Promised, released, remaining, each claimant's running total, and the conflicts, with the reports they rest on.")
    @APIResponse(responseCode = "200", description = "The tally")
    public TallyView get(
            @Parameter(description = "Slug of the commitment.", example = "us-taliban-2020-taliban-prisoners") @RestPath String commitment,
            @Valid @BeanParam TallyQuestion question) {
        return tallies.tally(commitment, question);
    }

    @GET
    @Path("{commitment}/explain")
    @Operation(operationId = "explainTally", summary = "How a tally came about", description = "The steps of the sum with the reports behind each.")
    @APIResponse(responseCode = "200", description = "The steps")
    public Explanation explain(
            @Parameter(description = "Slug of the commitment.", example = "us-taliban-2020-taliban-prisoners") @RestPath String commitment,
            @Valid @BeanParam TallyQuestion question) {
        return tallies.explain(commitment, question);
    }
}
