package org.parole.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many units a caller may spend; {@link Cost} says what a request costs. */
@ConfigMapping(prefix = "parole.limits")
public interface LimitsConfig {

    /** Whether callers have limits. */
    @WithDefault("true")
    boolean enabled();

    /** Units that an address without a key regains each second. */
    @WithDefault("300")
    int addressPerSecond();

    /** Units that such an address may spend at once. */
    @WithDefault("3000")
    int addressBurst();

    /** Units that a key, or the holder of a token, regains each second. Its writes cost none. */
    @WithDefault("300")
    int keyPerSecond();

    /** Units that such a caller may spend at once. */
    @WithDefault("10000")
    int keyBurst();

    /** Writes of such a caller that may be in progress at once; each ends with its answer. */
    @WithDefault("32")
    int keyWritesAtOnce();

    /** Invalid keys and tokens that an address may send each minute. */
    @WithDefault("30")
    int wrongKeysPerMinute();

    /** Invalid keys and tokens that it may send at once. */
    @WithDefault("100")
    int wrongKeysBurst();

    /** Callers of each kind that the gateway remembers. It forgets those that it has not seen for longest; their buckets are full again. */
    @WithDefault("50000")
    int remembered();
}
