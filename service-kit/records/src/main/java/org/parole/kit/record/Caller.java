package org.parole.kit.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;

import io.quarkus.security.identity.SecurityIdentity;

/** Who makes the current request, as the gateway vouches for. */
@ApplicationScoped
public class Caller {

    /** What stands in recordedBy where a service itself makes a change. */
    public static final String SYSTEM = "system";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller's name; {@link #SYSTEM} outside of a request or without a caller. */
    public String name() {
        try {
            return identity.isAnonymous() ? SYSTEM : identity.getPrincipal().getName();
        } catch (ContextNotActiveException e) {
            return SYSTEM;
        }
    }
}
