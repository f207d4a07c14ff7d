package org.parole.quote.document;

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
import org.parole.kit.export.Export;
import org.parole.kit.export.ExportFormat;
import org.parole.kit.export.ExportRequest;
import org.parole.kit.export.ExportTexts;
import org.parole.kit.export.Exports;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.problem.Problem;
import org.parole.kit.record.Ledger;
import org.parole.quote.dataset.Datasets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/** Exports of documents over HTTP. */
@Path("/api/v1/exports/documents")
@Tag(name = ExportTexts.TAG, description = ExportTexts.ABOUT)
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class DocumentExportResource {

    private final Exports exports;
    private final Documents documents;
    private final Datasets datasets;
    private final Ledger ledger;

    DocumentExportResource(Exports exports, Documents documents, Datasets datasets, Ledger ledger) {
        this.exports = exports;
        this.documents = documents;
        this.datasets = datasets;
        this.ledger = ledger;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "exportDocuments", summary = "Export documents", description = "All documents that the filters hold for, in one file."
            + ExportTexts.OF_ONE_TIME)
    @APIResponse(responseCode = "200", description = ExportTexts.FILE, content = {
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = ExportFormat.PARQUET_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    @APIResponse(responseCode = "206", description = ExportTexts.PART)
    @APIResponse(responseCode = "416", description = ExportTexts.NO_PART)
    public RestResponse<StreamingOutput> export(@Valid @BeanParam DocumentExportFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri, @Context RoutingContext context) {
        return exports.answer(exportOf(filter, uri), request, context);
    }

    @GET
    @Path(ExportTexts.MANIFEST_PATH)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "describeDocumentsExport", summary = "Read the manifest of an export of documents", description = ExportTexts.DESCRIBES)
    @APIResponse(responseCode = "200", description = ExportTexts.MANIFEST)
    public DataPackage describe(@Valid @BeanParam DocumentExportFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri) {
        return exports.describe(exportOf(filter, uri), request);
    }

    private Export<DocumentView> exportOf(DocumentExportFilter filter, UriInfo uri) {
        filter.asOf = exports.settle(filter.asOf, ledger);
        return new Export<>("documents", DocumentView.class, filter.asOf.instant(), Exports.filters(uri),
                datasets.all(),
                cursor -> documents.list(null, filter.outlet, filter.language, filter.incomplete, filter.publishedBy,
                        filter.asOf, Exports.page(cursor)));
    }
}
