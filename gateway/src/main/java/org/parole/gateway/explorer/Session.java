package org.parole.gateway.explorer;

import org.parole.gateway.access.Gate;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/**
 * Who is signed in, as the session's cookie says; whether the key still works is the gate's to find out.
 *
 * @param key the API key
 * @param token that forms carry, so that no other site can send them
 * @param until when the session ends, in seconds since 1970
 */
@RegisterForReflection
public record Session(String key, String token, long until) {

    private static final String HERE = Session.class.getName();

    /** The session of a request; null for nobody, and where the gate no longer takes its key. */
    public static Session of(RoutingContext context) {
        return Gate.callerOf(context) == null ? null : context.get(HERE);
    }

    /** Notes whose request it is. */
    public void put(RoutingContext context) {
        context.put(HERE, this);
    }
}
