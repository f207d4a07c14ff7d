package org.parole.quote.quote;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.WholeList;
import org.parole.kit.http.PublicAddress;
import org.parole.kit.json.MergePatch;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.Problem;
import org.parole.kit.record.EditorialRevision;
import org.parole.kit.record.History;
import org.parole.kit.record.Idempotency;
import org.parole.kit.record.Roles;
import org.parole.kit.replica.FromReplica;
import org.parole.kit.text.IfMatch;
import org.parole.kit.text.Reason;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** Quotes over HTTP. */
@Path("/api/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quotes", description = "Who said what, in which role, through whom, in which document, and whether the document's text confirms it.")
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class QuoteResource {

    private final Quotes quotes;
    private final QuoteLists lists;
    private final Idempotency idempotency;
    private final PublicAddress publicAddress;

    QuoteResource(Quotes quotes, QuoteLists lists, Idempotency idempotency, PublicAddress publicAddress) {
        this.quotes = quotes;
        this.lists = lists;
        this.idempotency = idempotency;
        this.publicAddress = publicAddress;
    }

    @GET
    @FromReplica
    @Operation(operationId = "listQuotes", summary = "Search and list quotes", description = "Quotes that match all filters: the newest first, or, in a search for words, the most relevant first. If a search matches nothing, Parole tries similar words on record and reports that in correctedFrom. The formats are JSON, CSV, NDJSON and, with Accept: application/ld+json, schema.org Quotations.")
    @APIResponse(responseCode = "200", description = "One page of quotes", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = QuotePage.class)),
            @Content(mediaType = MediaTypes.JSON_LD, schema = @Schema(type = SchemaType.OBJECT)),
            @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING))})
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    public QuotePage list(@Valid @BeanParam QuoteFilter filter, @Valid @BeanParam PageRequest page) {
        return lists.list(filter, page);
    }

    @GET
    @FromReplica
    @Produces(MediaTypes.JSON_LD)
    @Operation(hidden = true)
    public QuotationLd.Collection listAsLinkedData(@Valid @BeanParam QuoteFilter filter,
            @Valid @BeanParam PageRequest page, @Context UriInfo uri, @Context HttpHeaders headers) {
        return QuotationLd.collection(lists.list(filter, page), publicAddress.base(headers, uri),
                publicAddress.request(headers, uri));
    }

    @GET
    @FromReplica
    @Path("facets")
    @Operation(operationId = "getQuoteFacets", summary = "Count quotes by the values of each filter", description = "Takes the same filters as the list. The counts are exact up to 10,000 quotes. Beyond that, they cover the newest 10,000.")
    @APIResponse(responseCode = "200", description = "The most frequent values of each filter")
    public Facets facets(@Valid @BeanParam QuoteFilter filter) {
        return lists.facets(filter);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "createQuote", summary = "Add a quote", description = "Parole searches for the anchors in the document's text immediately. It also keeps words that it does not find, and marks them ORPHANED.")
    @APIResponse(responseCode = "201", description = "The quote as recorded")
    public RestResponse<QuoteView> create(
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid QuoteBody body) {
        return idempotency.once(key, "POST /quotes", body, QuoteView.class, () -> {
            QuoteView view = quotes.create(body);
            return RestResponse.ResponseBuilder.<QuoteView>created(URI.create("/api/v1/quotes/" + view.id()))
                    .entity(view).build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getQuote", summary = "Read a quote", description = "410 if the quote was retracted. With Accept: application/ld+json, the answer is a schema.org Quotation whose anchors are W3C Web Annotations.")
    @APIResponse(responseCode = "200", description = "The quote", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = QuoteView.class)),
            @Content(mediaType = MediaTypes.JSON_LD, schema = @Schema(type = SchemaType.OBJECT))})
    public QuoteView get(@RestPath UUID id,
            @Parameter(description = "Record time: the quote as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return quotes.view(id, asOf);
    }

    @GET
    @Path("{id}")
    @Produces(MediaTypes.JSON_LD)
    @Operation(hidden = true)
    public QuotationLd getAsLinkedData(@RestPath UUID id, @QueryParam("asOf") AsOf asOf, @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return QuotationLd.of(quotes.view(id, asOf), publicAddress.base(headers, uri));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchQuote", summary = "Revise a quote", description = "A JSON Merge Patch (RFC 7396) of the fields that POST accepts. Every change makes a revision and needs a reason.")
    @APIResponse(responseCode = "200", description = "The quote after the change")
    public QuoteView patch(@RestPath UUID id,
            @Parameter(description = "The ETag of the quote as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Valid @BeanParam EditorialRevision why, JsonNode patch) {
        return quotes.patch(id, ifMatch, patch, why);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractQuote", summary = "Retract a quote", description = "The record stays in its history and in answers for earlier record times.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@RestPath UUID id,
            @Parameter(description = "The ETag of the quote as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the retraction.", example = "Entered twice") @QueryParam("reason") @Reason String reason) {
        quotes.retract(id, ifMatch, reason);
    }

    @GET
    @Path("{id}/history")
    @Operation(operationId = "getQuoteHistory", summary = "Read a quote's history", description = "Every revision: who changed what, when and why.")
    @APIResponse(responseCode = "200", description = "All revisions, oldest first")
    public History history(@RestPath UUID id) {
        return quotes.history(id);
    }

    @GET
    @FromReplica
    @Path("{id}/occurrences")
    @Operation(operationId = "listOccurrences", summary = "List a quote's occurrences", description = "The same words by the same speaker in this and other documents, oldest first.")
    @APIResponse(responseCode = "200", description = "One page of occurrences, the quote itself included")
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    public Page<QuoteView> occurrences(@RestPath UUID id,
            @Parameter(description = "Record time: occurrences as they were recorded then.") @QueryParam("asOf") AsOf asOf,
            @Valid @BeanParam PageRequest page) {
        return lists.occurrences(id, asOf, page);
    }

    @PUT
    @Path("{id}/occurrence-of")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "joinOccurrence", summary = "Join a quote to the occurrences of another one", description = "Makes a revision of the quote. Parole no longer moves it by itself.")
    @APIResponse(responseCode = "200", description = "The quote after the change")
    public QuoteView join(@RestPath UUID id,
            @Parameter(description = "The ETag of the quote as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @NotNull @Valid OccurrenceBody body) {
        return quotes.join(id, ifMatch, body);
    }

    @DELETE
    @Path("{id}/occurrence-of")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "splitOccurrence", summary = "Separate a quote from its other occurrences", description = "Makes a revision of the quote. Parole no longer moves it by itself. 409 if it has no other occurrence.")
    @APIResponse(responseCode = "200", description = "The quote after the change")
    public QuoteView split(@RestPath UUID id,
            @Parameter(description = "The ETag of the quote as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the separation.", example = "Said on two occasions") @QueryParam("reason") @Reason String reason) {
        return quotes.split(id, ifMatch, reason);
    }
}
