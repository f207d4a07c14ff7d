package org.parole.gateway.access;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who is calling, in the gateway's words.
 *
 * @param name the name that records will carry
 * @param role what the caller may do
 */
public record Caller(String name, Role role) {

    // Names of keys have no colon in them, so a person whom the provider calls by the name of a key is not taken for it.
    private static final String OF_A_PROVIDER = "oidc:";

    /** The caller behind an identity; null for one that is not known. Who has none of our roles may read. */
    public static Caller of(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return null;
        }
        Role role = Role.highest(identity.getRoles());
        String name = identity.getPrincipal().getName();
        return new Caller(identity.getPrincipal() instanceof JsonWebToken ? OF_A_PROVIDER + name : name,
                role == null ? Role.READER : role);
    }

    /** Whether this caller has the role or one that includes it. */
    public boolean may(Role needed) {
        return role.compareTo(needed) >= 0;
    }
}
