package org.parole.tally.report;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.parole.kit.export.Exports;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.problem.Problem;
import org.parole.kit.record.Ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/** Exports of release reports over HTTP. */
@Path("/api/v1/exports/release-reports")
@Tag(name = "Exports", description = "Whole lists as they were at one record time, in formats that other programs read, with a manifest.")
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class ReportExportResource {

    private final Exports exports;
    private final Reports reports;
    private final DatasetRecords datasets;
    private final Ledger ledger;

    ReportExportResource(Exports exports, Reports reports, DatasetRecords datasets, Ledger ledger) {
        this.exports = exports;
        this.reports = reports;
        this.datasets = datasets;
        this.ledger = ledger;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "exportReleaseReports", summary = "Export release reports", description = "All release reports that the filters hold for, in one file, of one record time: asOf, or that of the last change, which the header Export-As-Of names. The same asOf gives the same file again. A broken-off file is continued with skip.")
    @APIResponse(responseCode = "200", description = "The file", content = {
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    public RestResponse<StreamingOutput> export(@Valid @BeanParam ReportFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri, @Context HttpHeaders headers,
            @Context RoutingContext context) {
        return exports.answer(exportOf(filter, uri, headers), request, context);
    }

    @GET
    @Path("datapackage.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "describeReleaseReportsExport", summary = "Read the manifest of an export of release reports", description = "Takes the same parameters as the export, and tells the file's hash, length, rows, columns and licences. Name the asOf of the export, so that it is the same file.")
    @APIResponse(responseCode = "200", description = "The manifest")
    public DataPackage describe(@Valid @BeanParam ReportFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri, @Context HttpHeaders headers) {
        return exports.describe(exportOf(filter, uri, headers), request);
    }

    private Export<ReportView> exportOf(ReportFilter filter, UriInfo uri, HttpHeaders headers) {
        filter.asOf = exports.settle(filter.asOf, ledger);
        return new Export<>("release-reports", ReportView.class, filter.asOf.instant(), Exports.filters(uri),
                datasets.in(List.of("release_report")),
                cursor -> reports.list(filter, Exports.page(cursor)), null);
    }
}
