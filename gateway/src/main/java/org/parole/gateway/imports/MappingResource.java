package org.parole.gateway.imports;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Gate;
import org.parole.gateway.imports.mapping.Guess;
import org.parole.gateway.imports.mapping.Known;
import org.parole.gateway.imports.mapping.MappingText;
import org.parole.gateway.imports.table.TableFormat;
import org.parole.gateway.imports.table.TableLayout;
import org.parole.gateway.imports.table.TableRow;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.problem.ProblemException;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Mappings say how the columns of a table are read. The guess proposes one, its author corrects it and saves it under a name. */
@Path("/api/v1/imports/mappings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Archives in one upload: what is taken in, what is refused, how far it is, and undoing it.")
@Blocking
@RegisterForReflection
public class MappingResource {

    private static final int MOST_ROWS = 10_000;
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int LIMIT = 200;

    private final MappingStore mappings;
    private final Receiver receiver;
    private final Imports imports;
    private final ServiceClient services;

    MappingResource(MappingStore mappings, Receiver receiver, Imports imports, ServiceClient services) {
        this.mappings = mappings;
        this.receiver = receiver;
        this.imports = imports;
        this.services = services;
    }

    /** Proposes a mapping. */
    @POST
    @Path("guess")
    @RolesAllowed({"contributor", "editor", "admin"})
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "guessMapping", summary = "Propose a mapping for a table", description = "Looks at the headings and the rows of a table of release claims or quotes, and proposes what each column means, what its words stand for, who the claimants and outlets are, and which parties and commitments there are; and says what it could not decide. Nothing is written. Send the table, or its first 2 MB up to the end of a line.")
    @APIResponse(responseCode = "200", description = "The proposed mapping.", content = @Content(schema = @Schema(implementation = GuessView.class)))
    public GuessView guess(
            @Parameter(description = "csv, tsv or xlsx.", example = "csv") @QueryParam("format") @DefaultValue("csv") @Pattern(regexp = "csv|tsv|xlsx", message = "must be csv, tsv or xlsx") String format,
            @Parameter(description = "gzip; a compressed table is recognised without it.") @HeaderParam("Content-Encoding") String encoding,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary"))) InputStream body,
            @Context RoutingContext context) {
        Known known = known(Gate.callerOf(context));
        return receiver.read(TableFormat.of(format).orElseThrow(), TableLayout.UNKNOWN, body, encoding,
                (head, layout, rest) -> {
                    List<TableRow> rows = new ArrayList<>(head);
                    while (rows.size() < MOST_ROWS && rest.hasNext()) {
                        rows.add(rest.next());
                    }
                    List<TableRow> header = Receiver.header(head, layout);
                    List<String> headings = TableLayout.headings(header.isEmpty() ? head : header);
                    long after = header.isEmpty() ? 0 : header.get(header.size() - 1).line();
                    rows.removeIf(row -> row.line() <= after);
                    Guess.Proposal proposal = Guess.of(headings, rows, layout, known);
                    return new GuessView(proposal.mapping(), proposal.undecided(), headings, rows.size());
                });
    }

    /** What is recorded; where it cannot be asked, the guess does without. */
    private Known known(Caller caller) {
        return new Known(records("parties", caller), records("commitments", caller));
    }

    private List<ObjectNode> records(String kind, Caller caller) {
        List<ObjectNode> records = new ArrayList<>();
        try {
            services.get(ServiceName.TALLIES, "/api/v1/" + kind + "?limit=" + LIMIT, Deadline.in(WITHIN), caller)
                    .await().atMost(Duration.ofMinutes(1))
                    .body().path("items").forEach(item -> records.add((ObjectNode) item));
        } catch (ServiceFailure failure) {
            return List.of();
        }
        return records;
    }

    /** Shows a saved mapping. */
    @GET
    @Path("{name}")
    @Operation(operationId = "getMapping", summary = "Read a saved mapping", description = "The mapping as it was saved.")
    @APIResponse(responseCode = "200", description = "The mapping.", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public JsonNode get(
            @Parameter(description = "The mapping's name.", example = "releases-2020") @RestPath String name) {
        return imports.json(
                mappings.find(name).orElseThrow(() -> ProblemException.notFound("mapping", name)));
    }

    /** Saves a mapping. */
    @PUT
    @Path("{name}")
    @RolesAllowed({"editor", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "saveMapping", summary = "Save a mapping under a name", description = "Checks the mapping and keeps it, in the place of another one of that name. Imports that have begun go on with the one they began with.")
    @APIResponse(responseCode = "200", description = "The mapping as it is kept.", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String save(
            @Parameter(description = "The mapping's name: lower-case letters, digits and hyphens.", example = "releases-2020") @RestPath @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be lower-case letters, digits and hyphens") String name,
            @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT))) @NotNull(message = "must be a JSON object") JsonNode body,
            @Context RoutingContext context) {
        if (name.length() > 100) {
            throw ProblemException.invalidParameter("name", "must have at most 100 characters");
        }
        String text = MappingText.of(body);
        imports.parsed(text);
        mappings.save(name, text, Gate.callerOf(context).name());
        return text;
    }
}
