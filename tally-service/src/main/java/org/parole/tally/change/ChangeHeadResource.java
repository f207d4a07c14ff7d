package org.parole.tally.change;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parole.kit.record.ChangeFeed;
import org.parole.kit.record.Roles;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Lets the gateway ask cheaply whether anything has changed since it put a view together. */
@Path("/internal/changes/head")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.READER)
@RegisterForReflection
public class ChangeHeadResource {

    private final ChangeFeed feed;

    ChangeHeadResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @Operation(hidden = true)
    public ChangeFeed.Head get() {
        return feed.head();
    }
}
