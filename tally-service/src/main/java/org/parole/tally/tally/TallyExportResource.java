package org.parole.tally.tally;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.export.DataPackage;
import org.parole.kit.export.DatasetRecords;
import org.parole.kit.export.Export;
import org.parole.kit.export.ExportFormat;
import org.parole.kit.export.ExportRequest;
import org.parole.kit.export.ExportTexts;
import org.parole.kit.export.Exports;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.problem.Problem;
import org.parole.kit.record.Ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/** Exports of tallies over HTTP. */
@Path("/api/v1/exports/tallies")
@Tag(name = ExportTexts.TAG, description = ExportTexts.ABOUT)
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class TallyExportResource {

    private final Exports exports;
    private final Tallies tallies;
    private final DatasetRecords datasets;
    private final Ledger ledger;

    TallyExportResource(Exports exports, Tallies tallies, DatasetRecords datasets, Ledger ledger) {
        this.exports = exports;
        this.tallies = tallies;
        this.datasets = datasets;
        this.ledger = ledger;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "exportTallies", summary = "Export tallies", description = "One row for each commitment that the filters hold for, of all agreements and exchanges, sorted by commitment: promised, released, remaining, the claimants of both ends and the number of conflicts. on is the day of asOf unless it is given."
            + ExportTexts.OF_ONE_TIME)
    @APIResponse(responseCode = "200", description = ExportTexts.FILE, content = {
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = ExportFormat.PARQUET_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    @APIResponse(responseCode = "206", description = ExportTexts.PART)
    @APIResponse(responseCode = "416", description = ExportTexts.NO_PART)
    public RestResponse<StreamingOutput> export(@Valid @BeanParam TallyExportFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri, @Context RoutingContext context) {
        return exports.answer(exportOf(filter, uri), request, context);
    }

    @GET
    @Path(ExportTexts.MANIFEST_PATH)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "describeTalliesExport", summary = "Read the manifest of an export of tallies", description = ExportTexts.DESCRIBES)
    @APIResponse(responseCode = "200", description = ExportTexts.MANIFEST)
    public DataPackage describe(@Valid @BeanParam TallyExportFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri) {
        return exports.describe(exportOf(filter, uri), request);
    }

    private Export<TallyRow> exportOf(TallyExportFilter filter, UriInfo uri) {
        filter.asOf = exports.settle(filter.asOf, ledger);
        TallyFilter question = filter.question();
        return new Export<>("tallies", TallyRow.class, filter.asOf.instant(), Exports.filters(uri),
                datasets.in(List.of("release_report")), cursor -> tallies.rows(question, Exports.page(cursor)));
    }
}
