package org.parole.quote.quote;

import java.net.URI;

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
import org.parole.kit.export.Export;
import org.parole.kit.export.ExportFormat;
import org.parole.kit.export.ExportRequest;
import org.parole.kit.export.ExportTexts;
import org.parole.kit.export.Exports;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.http.PublicAddress;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Ledger;
import org.parole.quote.dataset.Datasets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/** Exports of quotes over HTTP. */
@Path("/api/v1/exports/quotes")
@Tag(name = ExportTexts.TAG, description = ExportTexts.ABOUT)
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class QuoteExportResource {

    private final Exports exports;
    private final QuoteLists lists;
    private final Datasets datasets;
    private final Ledger ledger;
    private final PublicAddress publicAddress;

    QuoteExportResource(Exports exports, QuoteLists lists, Datasets datasets, Ledger ledger,
            PublicAddress publicAddress) {
        this.exports = exports;
        this.lists = lists;
        this.datasets = datasets;
        this.ledger = ledger;
        this.publicAddress = publicAddress;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "exportQuotes", summary = "Export quotes", description = "All quotes that the filters hold for, in one file."
            + ExportTexts.OF_ONE_TIME)
    @APIResponse(responseCode = "200", description = ExportTexts.FILE, content = {
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = ExportFormat.PARQUET_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")),
            @Content(mediaType = ExportFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    @APIResponse(responseCode = "206", description = ExportTexts.PART)
    @APIResponse(responseCode = "416", description = ExportTexts.NO_PART)
    public RestResponse<StreamingOutput> export(@Valid @BeanParam QuoteFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri, @Context HttpHeaders headers,
            @Context RoutingContext context) {
        return exports.answer(exportOf(filter, uri, headers), request, context);
    }

    @GET
    @Path(ExportTexts.MANIFEST_PATH)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "describeQuotesExport", summary = "Read the manifest of an export of quotes", description = ExportTexts.DESCRIBES)
    @APIResponse(responseCode = "200", description = ExportTexts.MANIFEST)
    public DataPackage describe(@Valid @BeanParam QuoteFilter filter,
            @Valid @BeanParam ExportRequest request, @Context UriInfo uri, @Context HttpHeaders headers) {
        return exports.describe(exportOf(filter, uri, headers), request);
    }

    private Export<QuoteView> exportOf(QuoteFilter filter, UriInfo uri, HttpHeaders headers) {
        if (filter.order == QuoteOrder.RELEVANCE) {
            // That order ends after some thousand rows.
            throw ProblemException.invalidParameter("order", "must be newest, oldest or recorded");
        }
        filter.order = filter.order == null ? QuoteOrder.RECORDED : filter.order;
        filter.asOf = exports.settle(filter.asOf, ledger);
        URI base = publicAddress.base(headers, uri);
        return new Export<>("quotes", QuoteView.class, filter.asOf.instant(), Exports.filters(uri), datasets.all(),
                cursor -> lists.list(filter, Exports.page(cursor)), quote -> QuotationLd.of(quote, base), base);
    }
}
