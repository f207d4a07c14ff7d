package org.parole.gateway.limit;

import java.util.HashMap;
import java.util.Map;

import org.parole.gateway.testing.StubbedProfile;

/** A gateway that lets little through, knows no provider and allows no other site: as it comes, but for the figures. */
public class TightLimits extends StubbedProfile {

    /** Units that a key may spend at once here. */
    static final int KEY_BURST = 40;
    /** Writes of a key that may be in progress here. */
    static final int WRITES = 2;
    /** Places for requests that are passed on to one service. */
    public static final int SLOTS = 3;

    public TightLimits() {
        super("tight", settings());
    }

    private static Map<String, String> settings() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("parole.limits.address-burst", "20");
        configuration.put("parole.limits.address-per-second", "1");
        configuration.put("parole.limits.key-burst", Integer.toString(KEY_BURST));
        configuration.put("parole.limits.key-per-second", "1");
        configuration.put("parole.limits.key-writes-at-once", Integer.toString(WRITES));
        configuration.put("parole.limits.wrong-keys-burst", "5");
        configuration.put("parole.limits.wrong-keys-per-minute", "1");
        configuration.put("parole.concurrency.limit", Integer.toString(SLOTS));
        configuration.put("parole.concurrency.queue", "2");
        configuration.put("parole.services.pass-through-deadline", "PT20S");
        configuration.put("quarkus.http.cors.enabled", "false");
        // Each test speaks as another address, which this proxy vouches for.
        configuration.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        configuration.put("quarkus.http.proxy.allow-x-forwarded", "true");
        configuration.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        return configuration;
    }
}
