package org.parole.tally.change;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.WholeList;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.record.Change;
import org.parole.kit.record.ChangeFeed;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The feed of changes over HTTP. */
@Path("/api/v1/tally-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes", description = "Changes of all records, including retractions.")
@RegisterForReflection
public class ChangeResource {

    private final ChangeFeed feed;

    ChangeResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @Operation(operationId = "listTallyChanges", summary = "Read the change feed", description = "Every change of parties, agreements, commitments, exchanges and release reports, in the order of the commits and without gaps. Every page has a next, even an empty page: send it again later.")
    @APIResponse(responseCode = "200", description = "The changes after the cursor")
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    public Page<Change> list(@Valid @BeanParam PageRequest page) {
        return feed.page("tally-changes", page);
    }
}
