package org.parole.quote.quote;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.parole.kit.start.SchemaCheck;

import io.quarkus.scheduler.Scheduled;

/**
 * Checks the quotes again, in the background and a few at a time, that were checked before passage and words were told
 * apart: new revisions, so that the history keeps what was shown then. Several replicas may do it at once.
 */
@ApplicationScoped
class Reverification {

    private static final Logger LOG = Logger.getLogger(Reverification.class);
    /** Other writers wait no longer than these take. */
    private static final int AT_ONCE = 50;
    /** After so many batches the next round goes on, so that a service that is to end does not wait. */
    private static final int BATCHES = 100;

    private final Quotes quotes;
    private final SchemaCheck schema;

    Reverification(Quotes quotes, SchemaCheck schema) {
        this.quotes = quotes;
        this.schema = schema;
    }

    /** One round; it does nothing where no such quote is left. */
    @Scheduled(every = "{parole.reverification.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        if (!schema.passed()) {
            return;
        }
        int done = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            int checked = quotes.verifySomeOld(AT_ONCE);
            if (checked == 0) {
                break;
            }
            done += checked;
        }
        if (done > 0) {
            LOG.infof("%d quotes were checked again, passage and words apart", done);
        }
    }
}
