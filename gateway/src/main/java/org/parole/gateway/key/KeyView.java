package org.parole.gateway.key;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.access.Role;

/**
 * A key as it may be shown: never its secret.
 *
 * @param id the key
 * @param name what records say about who recorded them
 * @param role reader, contributor, editor or admin
 * @param startsWith how the key begins, to tell which one is meant
 * @param state whether it works now
 */
@Schema(name = "Key", description = "An API key without its secret.")
public record KeyView(UUID id, String name, @Schema(implementation = String.class, enumeration = {
        "reader", "contributor",
        "editor", "admin"}) String role, String startsWith, State state, Instant createdAt, @Nullable String createdBy,
        @Nullable Instant expiresAt, @Nullable Instant lastUsedAt, @Nullable Instant revokedAt,
        @Nullable String revokedBy){

    /** Whether a key works. */
    @Schema(name = "KeyState")
    public enum State {
        /** It works. */
        IN_FORCE,
        /** Its time is over. */
        EXPIRED,
        /** Someone ended it. */
        REVOKED
    }

    static KeyView of(ApiKey key, Instant now) {
        State state = key.revokedAt != null
                ? State.REVOKED
                : key.expiresAt != null && !now.isBefore(key.expiresAt) ? State.EXPIRED : State.IN_FORCE;
        return new KeyView(key.id, key.name, roleOf(key.role), KeySecret.PREFIX + key.lookup, state, key.createdAt,
                key.createdBy, key.expiresAt, key.lastUsedAt, key.revokedAt, key.revokedBy);
    }

    private static String roleOf(Role role) {
        return role.word();
    }
}
