package org.parole.gateway.key;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.gateway.access.Gate;
import org.parole.gateway.access.Role;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;

/** Keys: made, listed and revoked by an admin. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys", description = "API keys: who may write")
@Blocking
// Said once more beside AccessRules: what is not public must need two faults to be reached.
@RolesAllowed("admin")
@RegisterForReflection
public class KeyResource {

    private final ApiKeys keys;

    KeyResource(ApiKeys keys) {
        this.keys = keys;
    }

    /** All keys.
     *
     * @param items the newest first
     */
    @Schema(name = "KeyList", description = "All keys, the newest first.")
    public record KeyList(List<KeyView> items) {
    }

    /** Makes a key. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createKey", summary = "Make a key", description = "The answer is the only place where the key can be read; only a salted hash of it is kept.")
    @APIResponse(responseCode = "201", description = "The new key with its secret.", content = @Content(schema = @Schema(implementation = CreatedKey.class)))
    public RestResponse<CreatedKey> create(@NotNull(message = "must be a JSON object") @Valid KeyRequest request,
            @Context RoutingContext context) {
        CreatedKey created = keys.create(request.name(), Role.of(request.role()), request.expiresAt(),
                Gate.callerOf(context).name());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/v1/keys/" + created.key().id())).header("Cache-Control", "no-store").build();
    }

    /** Lists keys. */
    @GET
    @Operation(operationId = "listKeys", summary = "List the keys", description = "All keys that are or were, the newest first, with their last use and without their secrets.")
    public KeyList list() {
        return new KeyList(keys.all());
    }

    /** Shows a key. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getKey", summary = "A key", description = "Without its secret.")
    public KeyView get(@Parameter(description = "The key's id.") @RestPath UUID id) {
        return keys.get(id);
    }

    /** Ends a key. */
    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeKey", summary = "Revoke a key", description = "For good. On the replica that is asked it stops working at once, on the others within 15 seconds.")
    @APIResponse(responseCode = "204", description = "It does not work any more.")
    public void revoke(@Parameter(description = "The key's id.") @RestPath UUID id, @Context RoutingContext context) {
        keys.revoke(id, Gate.callerOf(context).name());
    }
}
