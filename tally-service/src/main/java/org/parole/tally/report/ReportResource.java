package org.parole.tally.report;

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
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** Release reports over HTTP. */
@Path("/api/v1/release-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Release reports", description = "Statements of each source about releases, with their evidence.")
@RegisterForReflection
public class ReportResource {

    private final Reports reports;
    private final PossibleDuplicates duplicates;
    private final Idempotency idempotency;

    ReportResource(Reports reports, PossibleDuplicates duplicates, Idempotency idempotency) {
        this.reports = reports;
        this.duplicates = duplicates;
        this.idempotency = idempotency;
    }

    @GET
    @FromReplica
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @Operation(operationId = "listReleaseReports", summary = "List release reports", description = "Release reports that all the given filters hold for, by event date unless another order is asked for.")
    @APIResponse(responseCode = "200", description = "One page of release reports")
    @WholeList
    public Page<ReportView> list(@Valid @BeanParam ReportFilter filter, @Valid @BeanParam PageRequest page) {
        return reports.list(filter, page);
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "createReleaseReport", summary = "Add a release report", description = "Parole keeps a running total that falls, and flags it unless decreaseReason gives a reason.")
    @APIResponse(responseCode = "201", description = "The release report as recorded")
    public RestResponse<ReportView> create(
            @Parameter(description = "Makes a retry safe: the same key and body get the first answer again.") @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid ReportBody body) {
        return idempotency.once(key, "POST /release-reports", body, ReportView.class, () -> {
            ReportView view = reports.create(body);
            return RestResponse.ResponseBuilder.<ReportView>created(URI.create("/api/v1/release-reports/" + view.id()))
                    .entity(view).build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getReleaseReport", summary = "Read a release report", description = "410 if the record was retracted.")
    @APIResponse(responseCode = "200", description = "The release report")
    public ReportView get(@RestPath UUID id,
            @Parameter(description = "Record time: the release report as recorded at that time.") @QueryParam("asOf") AsOf asOf) {
        return reports.view(id, asOf);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchReleaseReport", summary = "Revise a release report", description = "A JSON Merge Patch (RFC 7396) of the fields that POST accepts. Every change makes a revision and needs a reason.")
    @APIResponse(responseCode = "200", description = "The release report after the change")
    public ReportView patch(@RestPath UUID id,
            @Parameter(description = "The ETag of the release report as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Valid @BeanParam EditorialRevision why, JsonNode patch) {
        return reports.patch(id, ifMatch, patch, why);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "retractReleaseReport", summary = "Retract a release report", description = "The record stays in its history and in answers for earlier record times.")
    @APIResponse(responseCode = "204", description = "Retracted")
    public void retract(@RestPath UUID id,
            @Parameter(description = "The ETag of the release report as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the retraction.", example = "Entered twice") @QueryParam("reason") @Reason String reason) {
        reports.retract(id, ifMatch, reason);
    }

    @GET
    @FromReplica
    @Path("possible-duplicates")
    @Operation(operationId = "listPossibleDuplicateReleaseReports", summary = "List possible duplicates of release reports", description = "Pairs of reports on one commitment: the same figure entered twice, or batches with overlapping days and agreeing numbers that may be one release. Parole joins nothing: an editor retracts one of them, or assigns both to one release.")
    @APIResponse(responseCode = "200", description = "One page of pairs, sorted by event date. There are at most 1,000 in all")
    @WholeList
    public Page<Duplicate> possibleDuplicates(@Valid @BeanParam DuplicateFilter filter,
            @Valid @BeanParam PageRequest page) {
        return duplicates.list(filter, page);
    }

    @PUT
    @Path("{id}/dispute")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "disputeReleaseReport", summary = "Mark a release report as disputed", description = "The report stays visible and still counts for low and high. It no longer votes for best, and a batch no longer proves a release.")
    @APIResponse(responseCode = "200", description = "The release report after the change")
    public ReportView dispute(@RestPath UUID id,
            @Parameter(description = "The ETag of the release report as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @NotNull @Valid DisputeBody body) {
        return reports.dispute(id, ifMatch, body);
    }

    @DELETE
    @Path("{id}/dispute")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "settleReleaseReportDispute", summary = "Settle the dispute over a release report", description = "The report counts like any other again.")
    @APIResponse(responseCode = "200", description = "The release report after the change")
    public ReportView settle(@RestPath UUID id,
            @Parameter(description = "The ETag of the release report as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason why the dispute is over.", example = "Confirmed by a second list") @QueryParam("reason") @Reason String reason) {
        return reports.settle(id, ifMatch, reason);
    }

    @PUT
    @Path("{id}/release")
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "groupReleaseReport", summary = "Assign a batch to a release", description = "Batches of one release are the same people. Its accounts are alternatives, and the parts of one account add up. The assignment overrules the days of the batches.")
    @APIResponse(responseCode = "200", description = "The release report after the change")
    public ReportView group(@RestPath UUID id,
            @Parameter(description = "The ETag of the release report as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @NotNull @Valid ReleaseBody body) {
        return reports.group(id, ifMatch, body);
    }

    @DELETE
    @Path("{id}/release")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "ungroupReleaseReport", summary = "Remove a batch from its release", description = "The days of the batch decide again to which release it belongs.")
    @APIResponse(responseCode = "200", description = "The release report after the change")
    public ReportView ungroup(@RestPath UUID id,
            @Parameter(description = "The ETag of the release report as it was last read.", required = true) @HeaderParam("If-Match") @IfMatch String ifMatch,
            @Parameter(description = "The reason for the removal.", example = "Another prison") @QueryParam("reason") @Reason String reason) {
        return reports.ungroup(id, ifMatch, reason);
    }

    @GET
    @Path("{id}/history")
    @Operation(operationId = "getReleaseReportHistory", summary = "Read a release report's history", description = "Every revision: who changed what, when and why.")
    @APIResponse(responseCode = "200", description = "All revisions, oldest first")
    public History history(@RestPath UUID id) {
        return reports.history(id);
    }
}
