package org.parole.quote.document;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.WholeList;
import org.parole.kit.json.MergePatch;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.EditorialRevision;
import org.parole.kit.record.History;
import org.parole.kit.record.Idempotency;
import org.parole.kit.record.Roles;
import org.parole.kit.replica.FromReplica;
import org.parole.kit.text.IfMatch;
import org.parole.kit.text.LanguageTag;
import org.parole.kit.text.Reason;
import org.parole.kit.text.WebAddress;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.PublicationTime;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** Documents over HTTP. */
@Path("/api/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents", description = "Published texts: their addresses, and the hashes of their texts.")
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class DocumentResource {

    // The text is not for reading: a longer span would be a way to do so.
    private static final int LONGEST_SPAN = 1_000;

    private final Documents documents;
    private final Idempotency idempotency;

    DocumentResource(Documents documents, Idempotency idempotency) {
        this.documents = documents;
        this.idempotency = idempotency;
    }

    @GET
    @FromReplica
    @Operation(operationId = "listDocuments", summary = "List documents", description = "Documents, newest publication first.")
    @APIResponse(responseCode = "200", description = "One page of documents")
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    public Page<DocumentView> list(
            @Parameter(description = "Only the document of the article at this URL; tracking parameters and the like do not matter, and of a merged document it is the one that it was merged into.", example = "https://example.org/news/2020/04/07/talks") @QueryParam("url") @WebAddress String url,
            @Parameter(description = "Only documents of this outlet (its id).") @QueryParam("outlet") UUID outlet,
            @Parameter(description = "Only documents in this language.", example = "en") @QueryParam("language") @LanguageTag String language,
            @Parameter(description = "true: only documents that lack something, such as a title. false: only complete documents.") @QueryParam("incomplete") Boolean incomplete,
            @Parameter(description = "Publication time: only what was public by then. A date includes the whole day.", example = "2020-06-02") @QueryParam("publishedBy") PublicationTime publishedBy,
            @Parameter(description = "Record time: documents as recorded at that time.") @QueryParam("asOf") AsOf asOf,
            @Valid @BeanParam PageRequest page) {
        return documents.list(url, outlet, language, incomplete, publishedBy, asOf, page);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "createDocument", summary = "Add a document", description = "An article is one document, whatever of its addresses is given: tracking parameters, the fragment, AMP, www., http or https and the case of the host do not matter. 409 where it is recorded already, with its id; with an Idempotency-Key the answer is then the recorded document, as it is. The text is kept in NFC to check quotes against; it is never given back whole.")
    @APIResponse(responseCode = "201", description = "The document as recorded")
    @APIResponse(responseCode = "200", description = "With an Idempotency-Key: the document of this article that is recorded already", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DocumentView.class)))
    public RestResponse<DocumentView> create(
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid DocumentBody body) {
        return idempotency.once(key, "POST /documents", body, DocumentView.class, () -> {
            Optional<Document> known = key == null || body.url() == null
                    ? Optional.<Document>empty()
                    : documents.at(body.url());
            if (known.isPresent()) {
                return RestResponse.ResponseBuilder.ok(documents.view(known.get().id))
                        .location(URI.create("/api/v1/documents/" + known.get().id)).build();
            }
            DocumentView view = documents.create(body);
            return RestResponse.ResponseBuilder.<DocumentView>created(URI.create("/api/v1/documents/" + view.id()))
                    .entity(view).build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getDocument", summary = "Read a document", description = "410 if the record was retracted.")
    @APIResponse(responseCode = "200", description = "The document")
    public DocumentView get(@RestPath UUID id,
            @Parameter(description = "Record time: the document as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return documents.view(id, asOf);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchDocument", summary = "Revise a document", description = "A JSON Merge Patch (RFC 7396) of the fields that POST accepts. Every change makes a revision and needs a reason.")
    @APIResponse(responseCode = "200", description = "The document after the change")
    public DocumentView patch(@RestPath UUID id,
            @Parameter(description = "The ETag of the document as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Valid @BeanParam EditorialRevision why, JsonNode patch) {
        return documents.patch(id, ifMatch, patch, why);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractDocument", summary = "Retract a document", description = "The document stays in its history and in answers for earlier record times. 409 while it has quotes.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@RestPath UUID id,
            @Parameter(description = "The ETag of the document as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the retraction.", example = "Entered twice") @QueryParam("reason") @Reason String reason) {
        documents.retract(id, ifMatch, reason);
    }

    @GET
    @Path("{id}/passage")
    @Operation(operationId = "findDocumentPassage", summary = "Search for words in a document", description = "Says whether the document's text contains the words, apart from differences in spelling and typography, and where. The answer does not contain the text.")
    @APIResponse(responseCode = "200", description = "The result")
    public DocumentPassage passage(@RestPath UUID id,
            @Parameter(description = "The words.", example = "fruitless meetings") @QueryParam("words") @NotBlank(message = "must name the words to look for") @Size(max = 2000, message = "must have at most 2,000 characters") String words,
            @Parameter(description = "Record time: the text as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return documents.passage(id, words, asOf);
    }

    @POST
    @Path("{id}/passages")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "addPassage", summary = "Add a passage to a document's excerpt", description = "Appends the passage to the excerpt, after three asterisks. A document without a text gets one. The existing text keeps its positions, and Parole checks the quotes of the document again. A passage that the excerpt already contains changes nothing. 409 if the document has its full text.")
    @APIResponse(responseCode = "200", description = "The document after the change")
    public RestResponse<DocumentView> addPassage(@RestPath UUID id,
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid PassageBody body) {
        return idempotency.once(key, "POST /documents/" + id + "/passages", body, DocumentView.class,
                () -> RestResponse.ok(documents.addPassage(id, body)));
    }

    @POST
    @Path("{id}/merge")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "mergeDocument", summary = "Merge a document into another one of the same article", description = "From then on its id answers 308 with the other one's address, and its quotes are the other one's, checked against its text. What was recorded stays: an earlier record time shows both, and the merger can be undone. 409 for a document with itself, in a circle, or where the other one has less of the text.")
    @APIResponse(responseCode = "200", description = "The document that stays")
    public DocumentView merge(@RestPath UUID id,
            @Parameter(description = "The ETag of the document that is merged, as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @NotNull @Valid DocumentMergeBody body) {
        return documents.merge(id, ifMatch, body);
    }

    @DELETE
    @Path("{id}/merge")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "unmergeDocument", summary = "Undo a merger of documents", description = "The document stands for itself again, with the quotes that came from it. 409 where it is not merged.")
    @APIResponse(responseCode = "200", description = "The document that stands for itself again")
    public DocumentView unmerge(@RestPath UUID id,
            @Parameter(description = "Why it is undone.", example = "Two articles after all") @QueryParam("reason") @Reason String reason) {
        return documents.unmerge(id, reason);
    }

    @GET
    @Path("{id}/history")
    @Operation(operationId = "getDocumentHistory", summary = "Read a document's history", description = "Every revision: who changed what, when and why.")
    @APIResponse(responseCode = "200", description = "All revisions, oldest first")
    public History history(@RestPath UUID id) {
        return documents.history(id);
    }

    @GET
    @Path("{id}/context")
    @Operation(operationId = "getDocumentContext", summary = "Read a span of a document's text", description = "The span with at most 150 characters before and 150 after it. Positions count Unicode code points of the text in NFC, starting with 0. The end is exclusive.")
    @APIResponse(responseCode = "200", description = "The span in its context")
    public DocumentContext context(@RestPath UUID id,
            @Parameter(description = "First code point of the span.", required = true, example = "139") @QueryParam("start") @NotNull(message = "must be given") @Min(value = 0, message = "must be 0 or more") Integer start,
            @Parameter(description = "Code point after the span: at most 1,000 after the start.", required = true, example = "157") @QueryParam("end") @NotNull(message = "must be given") @Min(value = 1, message = "must be 1 or more") Integer end,
            @Parameter(description = "Record time: the text as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        if (end <= start || end - start > LONGEST_SPAN) {
            throw ProblemException.invalidParameter("end", "must be 1 to 1,000 more than start");
        }
        return documents.context(id, start, end, asOf);
    }
}
