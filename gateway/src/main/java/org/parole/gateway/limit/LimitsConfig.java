package org.parole.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many units a caller may spend; {@link Cost} says what a request costs. */
@ConfigMapping(prefix = "parole.limits")
public interface LimitsConfig {

    /** Whether there are any limits for each caller. */
    @WithDefault("true")
    boolean enabled();

    /** Units that one address without a key gets back each second. */
    @WithDefault("100")
    int addressPerSecond();

    /** Units that it may spend at once. */
    @WithDefault("3000")
    int addressBurst();

    /** Units that one key, or one holder of a token, gets back each second. */
    @WithDefault("300")
    int keyPerSecond();

    /** Units that it may spend at once. */
    @WithDefault("10000")
    int keyBurst();

    /** Keys and tokens that are not valid which one address may try each minute, for a long time. */
    @WithDefault("30")
    int wrongKeysPerMinute();

    /** Keys and tokens that are not valid which it may try at once. */
    @WithDefault("100")
    int wrongKeysBurst();

    /** Callers of each kind that are remembered; those who have not been seen for longest are forgotten, and begin afresh. */
    @WithDefault("50000")
    int remembered();
}
