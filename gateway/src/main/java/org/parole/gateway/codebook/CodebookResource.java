package org.parole.gateway.codebook;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.parole.kit.format.MediaTypes;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The codebook over HTTP. */
@Path("/api/v1/codebook")
@Tag(name = "Codebook", description = "What every column of every table means.")
@RegisterForReflection
public class CodebookResource {

    private final Codebook codebook;

    CodebookResource(Codebook codebook) {
        this.codebook = codebook;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getCodebook", summary = "What every column means", description = "Every table that comes as CSV, with its columns as a Frictionless Table Schema: types, meanings and values. With `Accept: text/markdown` or `?format=md` the same to be read.")
    @APIResponse(responseCode = "200", description = "The codebook", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CodebookView.class)),
            @Content(mediaType = MediaTypes.MARKDOWN, schema = @Schema(type = SchemaType.STRING))})
    public CodebookView get() {
        return codebook.view();
    }

    @GET
    @Produces(MediaTypes.MARKDOWN)
    @Operation(hidden = true)
    public String markdown() {
        return codebook.markdown();
    }
}
