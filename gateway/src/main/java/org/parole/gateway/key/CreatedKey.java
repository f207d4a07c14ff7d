package org.parole.gateway.key;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new key, the only time that its secret is shown.
 *
 * @param key what can be shown again
 * @param secret what goes into the Authorization header
 */
@Schema(name = "CreatedKey", description = "A new key. Keep the secret: it is not shown again.")
public record CreatedKey(KeyView key, String secret) {

    @Override
    public String toString() {
        return "CreatedKey[" + key + "]";
    }
}
