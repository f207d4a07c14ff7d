package org.parole.quote.imports;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.WholeList;
import org.parole.kit.imports.ImportJob;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.Problem;
import org.parole.kit.record.Roles;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Imports over HTTP. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Archives in one upload: what is taken in, what is refused, how far it is, and undoing it.")
@APIResponse(responseCode = "default", description = "A problem (RFC 9457)", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@RegisterForReflection
public class ImportResource {

    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);

    private final Imports imports;

    ImportResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "createImport", summary = "Import a file", description = "The body is the file, plain or compressed by gzip or zstd, up to 2 GB. The answer comes when the file has been received; it is then written in the background. The same file again changes nothing, and a corrected one changes what was corrected. A line that cannot be taken is refused and told, and the others are taken.")
    @APIResponse(responseCode = "202", description = "The file is received and will be written", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ImportJob.class)))
    public RestResponse<ImportJob> create(@Valid @BeanParam ImportRequest request,
            @Parameter(description = "gzip or zstd. A compressed file is recognised without it.", example = "gzip") @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary"))) InputStream body) {
        ImportJob job = imports.receive(request, body, encoding);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                .location(URI.create("/api/v1/imports/" + job.id())).build();
    }

    @GET
    @Operation(operationId = "listImports", summary = "List imports", description = "All imports, the newest first.")
    @APIResponse(responseCode = "200", description = "One page of imports")
    public Page<ImportJob> list(@Valid @BeanParam PageRequest page) {
        return imports.list(page);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "Read an import", description = "How far it is, and what became of the rows.")
    @APIResponse(responseCode = "200", description = "The import")
    public ImportJob get(@RestPath UUID id) {
        return imports.get(id);
    }

    @GET
    @Path("{id}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(operationId = "followImport", summary = "Follow an import", description = "Server-sent events: the import once a second, until it has ended.")
    @APIResponse(responseCode = "200", description = "Events with the import as JSON", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<ImportJob> events(@RestPath UUID id) {
        ImportJob first = imports.get(id);
        if (first.state().ended()) {
            return Multi.createFrom().item(first);
        }
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(first),
                Multi.createFrom().ticks().every(BETWEEN_EVENTS).onOverflow().drop()
                        .emitOn(Infrastructure.getDefaultWorkerPool()).map(tick -> imports.get(id))
                        .select().first(job -> !job.state().ended()),
                Multi.createFrom().item(() -> imports.get(id)));
    }

    @GET
    @Path("{id}/refused")
    @RolesAllowed(Roles.EDITOR)
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    @Operation(operationId = "listRefusedLines", summary = "List the refused lines of an import", description = "Each line that was refused, with its number, the field, the reason and the line, in the order of the file.")
    @APIResponse(responseCode = "200", description = "One page of refused lines")
    public Page<Refusal> refused(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return imports.refused(id, page);
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "cancelImport", summary = "Cancel an import", description = "What it has written stays, until the import is undone. One that has ended stays as it is.")
    @APIResponse(responseCode = "200", description = "The import, cancelled unless it had ended")
    public ImportJob cancel(@RestPath UUID id) {
        return imports.cancel(id);
    }

    @POST
    @Path("{id}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractImport", summary = "Undo an import", description = "Retracts in the background what the import recorded and nobody else uses, and brings back what it revised. 409 while the import runs, and for a dry run.")
    @APIResponse(responseCode = "202", description = "The import, which is being undone", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ImportJob.class)))
    public RestResponse<ImportJob> retract(@RestPath UUID id, @NotNull @Valid RetractionBody body) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, imports.undo(id, body.reason()))
                .header(HttpHeaders.LOCATION, "/api/v1/imports/" + id).build();
    }
}
