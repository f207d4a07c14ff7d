package org.parole.tally.report;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

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
import org.parole.kit.page.Page;
import org.parole.kit.problem.Problem;
import org.parole.kit.record.Ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/** Exports of release reports over HTTP. */
@Path("/api/v1/exports/release-reports")
@Tag(name = ExportTexts.TAG, description = ExportTexts.ABOUT)
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class ReportExportResource {

    private final Exports exports;
    private final Reports reports;
    private final PeerColumns peers;
    private final DatasetRecords datasets;
    private final Ledger ledger;

    ReportExportResource(Exports exports, Reports reports, PeerColumns peers, DatasetRecords datasets, Ledger ledger) {
        this.exports = exports;
        this.reports = reports;
        this.peers = peers;
        this.datasets = datasets;
        this.ledger = ledger;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "exportReleaseReports", summary = "Export release reports", description = "All release reports that the filters hold for, in one file; with columns also in the columns of UCDP GED or ACLED, as far as they say what a release report says."
            + ExportTexts.OF_ONE_TIME)
    @APIResponse(responseCode = "200", description = ExportTexts.FILE, content = {
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = ExportFormat.PARQUET_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    @APIResponse(responseCode = "206", description = ExportTexts.PART)
    @APIResponse(responseCode = "416", description = ExportTexts.NO_PART)
    public RestResponse<StreamingOutput> export(@Valid @BeanParam ReportExportFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri, @Context RoutingContext context) {
        return exports.answer(exportOf(filter, uri), request, context);
    }

    @GET
    @Path(ExportTexts.MANIFEST_PATH)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "describeReleaseReportsExport", summary = "Read the manifest of an export of release reports", description = ExportTexts.DESCRIBES)
    @APIResponse(responseCode = "200", description = ExportTexts.MANIFEST)
    public DataPackage describe(@Valid @BeanParam ReportExportFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri) {
        return exports.describe(exportOf(filter, uri), request);
    }

    private Export<?> exportOf(ReportExportFilter filter, UriInfo uri) {
        filter.asOf = exports.settle(filter.asOf, ledger);
        return switch (filter.columns()) {
            case PAROLE -> of(filter, ReportView.class, uri, (page, at) -> page);
            case UCDP_GED -> of(filter, GedRow.class, uri, peers::ged);
            case ACLED -> of(filter, AcledRow.class, uri, peers::acled);
        };
    }

    private <V> Export<V> of(ReportExportFilter filter, Class<V> rowType, UriInfo uri,
            BiFunction<Page<ReportView>, Instant, Page<V>> shape) {
        Instant at = filter.asOf.instant();
        return new Export<>("release-reports", rowType, at, Exports.filters(uri),
                datasets.in(List.of("release_report")),
                cursor -> shape.apply(reports.list(filter, Exports.page(cursor)), at));
    }
}
