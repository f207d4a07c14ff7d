package org.parole.gateway.passthrough;

import java.util.Map;

import org.parole.gateway.testing.StubbedProfile;

/** A gateway that waits for slow clients for a moment only. */
public class ShortPatience extends StubbedProfile {

    public ShortPatience() {
        super("patience",
                Map.of("parole.bounds.head", "PT1S", "parole.bounds.body-grace", "PT1S", "parole.bounds.unread", "PT2S",
                        "parole.bounds.unsent", "2M"));
    }
}
