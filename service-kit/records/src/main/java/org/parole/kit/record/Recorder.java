package org.parole.kit.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;

import io.quarkus.security.identity.SecurityIdentity;

/** Who records: the caller whom the gateway names in the token of the current request, or the service itself. */
@ApplicationScoped
public class Recorder {

    /** The recordedBy of a change that a service makes by itself. */
    public static final String SYSTEM = "system";

    private final SecurityIdentity identity;

    Recorder(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The name for recordedBy; {@link #SYSTEM} outside of a request or without a caller. */
    public String name() {
        try {
            return identity.isAnonymous() ? SYSTEM : identity.getPrincipal().getName();
        } catch (ContextNotActiveException e) {
            return SYSTEM;
        }
    }
}
