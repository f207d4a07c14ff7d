package org.parole.gateway.explorer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/**
 * Who is signed in, as the session's cookie says; whether the key still works is the gate's to find out.
 *
 * @param key the API key
 * @param name of the key
 * @param role that the key had when it signed in
 * @param token that forms carry, so that no other site can send them
 * @param until when the session ends, in seconds since 1970
 */
@RegisterForReflection
public record Session(String key, String name, String role, String token, long until) {

    private static final String HERE = Session.class.getName();

    /** The session of a request; null for nobody. */
    public static Session of(RoutingContext context) {
        return context.get(HERE);
    }

    /** Notes whose request it is. */
    public void put(RoutingContext context) {
        context.put(HERE, this);
    }
}
