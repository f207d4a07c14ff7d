package org.parole.gateway.intake;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the steps of an intake may take. */
@ConfigMapping(prefix = "parole.intake")
public interface IntakeConfig {

    /** Until both services must have said yes; an intake without a decision by then is given up by any replica. */
    @WithDefault("PT20S")
    Duration prepareWithin();

    /** How long one commit or abort may take. */
    @WithDefault("PT5S")
    Duration finishWithin();

    /** How long a replica that has just decided is left alone with it before others help. */
    @WithDefault("PT10S")
    Duration firstRetry();

    /** How often a replica looks for intakes that nobody finishes. */
    @WithDefault("5s")
    String recoverEvery();
}
