package org.parole.gateway.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.RecordTime;
import org.parole.gateway.compose.Views;
import org.parole.gateway.service.ServiceName;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.JsonNode;

/** From the number in a release report to its quote, its document, and whether the words stand there. */
@Path("/api/v1/release-reports/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Release reports", description = "Statements of each source about releases")
@RegisterForReflection
public class EvidenceResource {

    private static final String REPORT = "report";
    private static final String QUOTE = "quote";
    private static final String DOCUMENT = "document";

    private final Composer composer;
    private final Views views;

    EvidenceResource(Composer composer, Views views) {
        this.composer = composer;
        this.views = views;
    }

    /** The evidence of one report. */
    @GET
    @Operation(operationId = "getEvidence", summary = "Read the evidence of a release report", description = "The release report, the quote that states its number, the document that contains the quote, and the verification of the words in the document. If the report names no quote, `quote` and `verification` are null and nothing is missing.")
    @APIResponse(responseCode = "200", description = "The evidence", content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    public Uni<Response> get(@Parameter(description = "The report's id.") @RestPath UUID id,
            @BeanParam RecordTime time,
            @Context RoutingContext context) {
        return views.answer(context, time.asOf, request -> evidence(id, time, request));
    }

    /** The evidence of a report for another view. */
    public Uni<EvidenceView> evidence(UUID id, RecordTime time, Views.Request request) {
        Part report = new Part(REPORT, ServiceName.TALLIES,
                time.addTo(Query.of("/api/v1/release-reports/" + id)).toString());
        return composer.fetch(List.of(report), request.deadline(), request.caller()).flatMap(first -> {
            JsonNode evidence = first.required(REPORT, "release report", id, other -> other).path("evidence");
            return composer.fetch(parts(evidence, time), request.deadline(), request.caller())
                    .map(second -> view(first.and(second)));
        });
    }

    /** The quote carries its document in short; both are asked for at once all the same, the document by its address. */
    private static List<Part> parts(JsonNode evidence, RecordTime time) {
        List<Part> parts = new ArrayList<>();
        if (evidence.hasNonNull("quoteId")) {
            parts.add(new Part(QUOTE, ServiceName.QUOTES,
                    time.addTo(Query.of("/api/v1/quotes/" + Query.segment(evidence.path("quoteId").asText())))
                            .toString()));
        }
        if (evidence.hasNonNull("documentUrl")) {
            parts.add(new Part(DOCUMENT, ServiceName.QUOTES, time
                    .addTo(Query.of("/api/v1/documents").with("url", evidence.path("documentUrl").asText()))
                    .toString()));
        } else if (evidence.hasNonNull("documentId")) {
            parts.add(new Part(DOCUMENT, ServiceName.QUOTES, time
                    .addTo(Query.of("/api/v1/documents/" + Query.segment(evidence.path("documentId").asText())))
                    .toString()));
        }
        return parts;
    }

    /** The document, found by its id or as the one of a list; null where it is missing or not recorded. */
    private static JsonNode document(Parts parts) {
        JsonNode found = parts.get(DOCUMENT);
        if (found == null || !found.has("items")) {
            return found;
        }
        return parts.items(DOCUMENT).get(0);
    }

    private static EvidenceView view(Parts parts) {
        JsonNode quote = parts.get(QUOTE);
        JsonNode document = document(parts);
        if (document == null && quote != null) {
            document = quote.get(DOCUMENT);
        }
        return new EvidenceView(parts.get(REPORT), quote, document, quote == null ? null : quote.get("verification"),
                parts.missing());
    }
}
