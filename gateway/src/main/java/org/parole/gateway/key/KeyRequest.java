package org.parole.gateway.key;

import java.time.Instant;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.OneLine;

/**
 * A key to be made.
 *
 * @param name what records will say about who recorded them
 * @param role what the key may do
 * @param expiresAt when it stops working; null for never
 */
@Schema(name = "KeyRequest", description = "A new key.")
public record KeyRequest(
        @Schema(examples = "newsroom-import", description = "The name that records show in recordedBy. Only one valid key can have it.") @NotBlank(message = "must not be blank") @Size(max = 100, message = "must have at most 100 characters") @OneLine @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]*", message = "must be letters, digits, spaces and . _ @ - only") String name,
        @Schema(examples = "contributor", enumeration = {
                "reader", "contributor", "editor",
                "admin"}) @NotNull(message = "must be given") @Pattern(regexp = "reader|contributor|editor|admin", message = "must be one of reader, contributor, editor, admin") String role,
        @Schema(examples = "2030-01-01T00:00:00Z", description = "When the key expires. Without it, the key never expires.") @Future(message = "must be in the future") Instant expiresAt){
}
