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
    @Operation(operationId = "createKey", summary = "Create a key", description = "Only this answer contains the key. Parole stores a salted hash of it.")
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
    @Operation(operationId = "listKeys", summary = "List the keys", description = "All keys, including revoked and expired ones, newest first. The answer has their last use and not their secrets.")
    public KeyList list() {
        return new KeyList(keys.all());
    }

    /** Shows a key. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getKey", summary = "Read a key", description = "The answer does not contain the secret.")
    public KeyView get(@Parameter(description = "The key's id.") @RestPath UUID id) {
        return keys.get(id);
    }

    /** Ends a key. */
    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeKey", summary = "Revoke a key", description = "The key stops working permanently: immediately on this replica of the gateway, and within 15 seconds on the others.")
    @APIResponse(responseCode = "204", description = "The key is revoked.")
    public void revoke(@Parameter(description = "The key's id.") @RestPath UUID id, @Context RoutingContext context) {
        keys.revoke(id, Gate.callerOf(context).name());
    }
}
