package org.parole.gateway.imports;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Gate;
import org.parole.gateway.compose.Query;
import org.parole.gateway.imports.table.TableFormat;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.WholeList;
import org.parole.kit.imports.ImportJob;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Imports of tables over HTTP. The quote-service has the same operations for its formats, and its document describes both; {@link
 * ImportRoutes} tells which requests come here.
 */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RegisterForReflection
public class ImportResource {

    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final String LIST = "imports";

    private final Imports imports;
    private final ServiceClient services;
    private final Cursors cursors;
    private final ObjectMapper mapper;

    ImportResource(Imports imports, ServiceClient services, Cursors cursors, ObjectMapper mapper) {
        this.imports = imports;
        this.services = services;
        this.cursors = cursors;
        this.mapper = mapper;
    }

    /** Receives a table. */
    @POST
    @RolesAllowed({"editor", "admin"})
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<ImportJob> create(@QueryParam("format") String format, @QueryParam("mapping") String mapping,
            @QueryParam("dataset") String dataset, @QueryParam("licence") String licence,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("strict") @DefaultValue("false") boolean strict,
            @HeaderParam("Content-Encoding") String encoding, InputStream body,
            @Context RoutingContext context) {
        TableFormat table = TableFormat.of(format)
                .orElseThrow(() -> ProblemException.invalidParameter("format", "must be csv, tsv or xlsx for a table"));
        if (mapping == null) {
            throw ProblemException.invalidParameter("mapping",
                    "must be the name of a saved mapping; POST /api/v1/imports/mappings/guess proposes one");
        }
        short200("dataset", dataset);
        short200("licence", licence);
        ImportJob job = imports.receive(
                new Upload(table, mapping, dataset == null ? mapping : dataset, licence, dryRun, strict), body,
                encoding,
                Gate.callerOf(context));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                .location(URI.create("/api/v1/imports/" + job.id())).build();
    }

    private static void short200(String name, String text) {
        if (text != null && (text.isBlank() || text.length() > 200 || text.chars().anyMatch(Character::isISOControl))) {
            throw ProblemException.invalidParameter(name, "must have 1 to 200 characters in one line");
        }
    }

    /** Lists the imports of tables and those of the quote-service. */
    @GET
    @Operation(hidden = true)
    public Page<ImportJob> list(@Valid @BeanParam PageRequest page, @Context RoutingContext context) {
        List<String> keys = page.isFirst()
                ? List.of(Instant.now().plusSeconds(3600).toString(), "ffffffff-ffff-ffff-ffff-ffffffffffff")
                : cursors.decode(page.cursor, LIST, List.of(), 2);
        Instant before = Instant.parse(keys.get(0));
        UUID beforeId = UUID.fromString(keys.get(1));
        List<ImportJob> others = others(before, beforeId, page.limit + 1, Gate.callerOf(context));
        List<ImportJob> all = imports.newest(others, before, beforeId, page.limit + 1);
        return Page.of(all.subList(0, Math.min(all.size(), page.limit + 1)), page.limit,
                last -> cursors.encode(LIST, List.of(), List.of(last.createdAt().toString(), last.id().toString())));
    }

    /** What the quote-service has behind a place in the list; where it cannot be asked, the list would lack imports without saying so. */
    private List<ImportJob> others(Instant before, UUID beforeId, int most, Caller caller) {
        List<ImportJob> others = new ArrayList<>();
        try {
            String next = "";
            do {
                JsonNode answer = services.get(ServiceName.QUOTES,
                        "/api/v1/imports?limit=" + PageRequest.MAX_LIMIT + next, Deadline.in(WITHIN),
                        caller).await().atMost(Duration.ofMinutes(1)).body();
                for (JsonNode item : answer.path("items")) {
                    ImportJob job = mapper.treeToValue(item, ImportJob.class);
                    int order = job.createdAt().compareTo(before);
                    if (order < 0 || order == 0 && job.id().compareTo(beforeId) < 0) {
                        others.add(job);
                    }
                }
                next = answer.path("next").isTextual() ? "&cursor=" + Query.segment(answer.path("next").asText()) : "";
            } while (!next.isEmpty() && others.size() < most);
            return others;
        } catch (ServiceFailure failure) {
            throw failure.asProblem();
        } catch (JsonProcessingException e) {
            throw new ServiceFailure(ServiceName.QUOTES, ServiceFailure.Kind.BROKEN, e).asProblem();
        }
    }

    /** How far an import is. */
    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public ImportJob get(@RestPath UUID id) {
        return imports.get(id);
    }

    /** The import once a second, until it has ended. */
    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Multi<ImportJob> events(@RestPath UUID id) {
        ImportJob first = imports.get(id);
        if (first.state().ended()) {
            return Multi.createFrom().item(first);
        }
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(first),
                Multi.createFrom().ticks().every(BETWEEN_EVENTS).onOverflow().drop()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(tick -> imports.get(id)).select().first(job -> !job.state().ended()),
                Multi.createFrom().item(() -> imports.get(id)));
    }

    /** The rows that were refused. */
    @GET
    @Path("{id}/refused")
    @RolesAllowed({"editor", "admin"})
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    @Operation(hidden = true)
    public Page<RefusedLine> refused(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return imports.refused(id, page);
    }

    /** Stops an import. */
    @POST
    @Path("{id}/cancellation")
    @RolesAllowed({"editor", "admin"})
    @Operation(hidden = true)
    public ImportJob cancel(@RestPath UUID id) {
        return imports.cancel(id);
    }

    /** Undoes an import. */
    @POST
    @Path("{id}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"editor", "admin"})
    @Operation(hidden = true)
    public RestResponse<ImportJob> undo(@RestPath UUID id,
            @NotNull(message = "must be a JSON object") @Valid UndoBody body) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, imports.undo(id, body.reason()))
                .header(HttpHeaders.LOCATION, "/api/v1/imports/" + id).build();
    }
}
