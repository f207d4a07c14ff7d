package org.parole.gateway.access;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who is calling, in the gateway's words.
 *
 * @param name the name that records will carry
 * @param role what the caller may do
 */
public record Caller(String name, Role role) {

    /** The caller behind an identity; null for one that is not known. Who has none of our roles may read. */
    public static Caller of(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return null;
        }
        Role role = Role.highest(identity.getRoles());
        return new Caller(identity.getPrincipal().getName(), role == null ? Role.READER : role);
    }

    /** Whether this caller has the role or one that includes it. */
    public boolean may(Role needed) {
        return role.compareTo(needed) >= 0;
    }
}
