package org.parole.tally.tally;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.WholeList;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.replica.FromReplica;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tallies over HTTP; the rules stand in docs/tallies.md. */
@Path("/api/v1/tallies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tallies", description = "How many people were promised and released, according to whom, and where the sources disagree.")
@RegisterForReflection
public class TallyResource {

    private final Tallies tallies;

    TallyResource(Tallies tallies) {
        this.tallies = tallies;
    }

    @GET
    @FromReplica
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(operationId = "listTallies", summary = "List tallies", description = "One tally for each commitment that matches the filters. At least one of commitment, agreement and party is required.")
    @APIResponse(responseCode = "200", description = "One page of tallies, sorted by commitment")
    @WholeList
    public Page<TallyView> list(@Valid @BeanParam TallyFilter filter, @Valid @BeanParam PageRequest page) {
        return tallies.list(filter, page);
    }

    @GET
    @FromReplica
    @Path("series")
    @Operation(operationId = "getTallySeries", summary = "Read a tally over time", description = "The answer at each date where something changed, or at each day, week or month, up to on; without on it ends at the last change.")
    @APIResponse(responseCode = "200", description = "Arrays of equal length; CSV and NDJSON have a row for each date", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SeriesView.class)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING))})
    public SeriesView series(
            @Parameter(description = "Slug of the commitment.", example = "us-taliban-2020-taliban-prisoners", required = true) @QueryParam("commitment") @NotNull(message = "must be the slug of a commitment") String commitment,
            @Parameter(description = "The dates of the answer.") @QueryParam("step") @DefaultValue("CHANGE") SeriesView.Step step,
            @Valid @BeanParam TallyQuestion question) {
        return tallies.series(commitment, step, question);
    }

    @GET
    @FromReplica
    @Path("series")
    @Produces({MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(hidden = true)
    public Page<SeriesView.PointView> seriesAsTable(
            @QueryParam("commitment") @NotNull(message = "must be the slug of a commitment") String commitment,
            @QueryParam("step") @DefaultValue("CHANGE") SeriesView.Step step,
            @Valid @BeanParam TallyQuestion question) {
        return tallies.series(commitment, step, question).table();
    }

    @GET
    @FromReplica
    @Path("compare")
    @Operation(operationId = "compareTallies", summary = "Compare two tallies", description = "Compares two dates, publication times, record times or policies, given as name:value in a and b. Both share the other parameters. The answer leads from a to b, report by report.")
    @APIResponse(responseCode = "200", description = "Both answers, and the steps from a to b")
    public ComparisonView compare(
            @Parameter(description = "Slug of the commitment.", example = "us-taliban-2020-taliban-prisoners", required = true) @QueryParam("commitment") @NotNull(message = "must be the slug of a commitment") String commitment,
            @Parameter(description = "The parameters of a that differ: on, publishedBy, asOf, policy or carry as name:value, separated by commas.", example = "publishedBy:2020-06-02", required = true) @QueryParam("a") @NotNull(message = "must be given, such as on:2020-05-31, publishedBy:2020-06-02, asOf:… or policy:cautious") @Size(max = 200, message = "must have at most 200 characters") String a,
            @Parameter(description = "The parameters of b that differ.", example = "publishedBy:2020-07-12", required = true) @QueryParam("b") @NotNull(message = "must be given, such as on:2020-05-31, publishedBy:2020-06-02, asOf:… or policy:cautious") @Size(max = 200, message = "must have at most 200 characters") String b,
            @Valid @BeanParam TallyQuestion question) {
        return tallies.compare(commitment, a, b, question);
    }

    @GET
    @FromReplica
    @Path("estimates")
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(operationId = "listEstimates", summary = "List estimates", description = "One row for each commitment and date, for tables and statistics: each date of a change, or each day, week or month, up to on. At least one of commitment, agreement and party is required.")
    @APIResponse(responseCode = "200", description = "One page of rows, sorted by commitment and date")
    @WholeList
    public Page<EstimateView> estimates(@Valid @BeanParam TallyFilter filter,
            @Parameter(description = "The dates of the answer.") @QueryParam("step") @DefaultValue("CHANGE") SeriesView.Step step,
            @Valid @BeanParam PageRequest page) {
        return tallies.estimates(filter, step, page);
    }

    @GET
    @FromReplica
    @Path("joint")
    @Operation(operationId = "getJointTally", summary = "Read the joint tally of an exchange", description = "The figures that count all directions of an exchange together, the sum of its directions, and their disagreements.")
    @APIResponse(responseCode = "200", description = "The joint count")
    public JointView joint(
            @Parameter(description = "Slug of the exchange.", example = "example-exchange-2024-01-31", required = true) @QueryParam("exchange") @NotNull(message = "must be the slug of an exchange") @Size(max = 100, message = "must have at most 100 characters") String exchange,
            @Valid @BeanParam TallyQuestion question) {
        return tallies.joint(exchange, question);
    }

    @GET
    @Path("{commitment}")
    @Operation(operationId = "getTally", summary = "Read a tally", description = "Promised, released, remaining, each claimant's running total, and the conflicts, with their reports.")
    @APIResponse(responseCode = "200", description = "The tally")
    public TallyView get(
            @Parameter(description = "Slug of the commitment.", example = "us-taliban-2020-taliban-prisoners") @RestPath String commitment,
            @Valid @BeanParam TallyQuestion question) {
        return tallies.tally(commitment, question);
    }

    @GET
    @Path("{commitment}/explain")
    @Operation(operationId = "explainTally", summary = "Explain a tally", description = "The steps of the computation with their reports.")
    @APIResponse(responseCode = "200", description = "The steps")
    public Explanation explain(
            @Parameter(description = "Slug of the commitment.", example = "us-taliban-2020-taliban-prisoners") @RestPath String commitment,
            @Valid @BeanParam TallyQuestion question) {
        return tallies.explain(commitment, question);
    }
}
