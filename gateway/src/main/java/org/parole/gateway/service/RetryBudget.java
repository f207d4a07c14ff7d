package org.parole.gateway.service;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets a tenth of the requests be tried again, so that retries cannot double the load on a service that is going under. */
final class RetryBudget {

    private static final int PER_RETRY = 10;
    private static final int MOST_SAVED = 10 * PER_RETRY;

    private final AtomicInteger saved = new AtomicInteger(MOST_SAVED);

    void requestMade() {
        saved.updateAndGet(now -> Math.min(MOST_SAVED, now + 1));
    }

    boolean mayRetry() {
        return saved.getAndUpdate(now -> now >= PER_RETRY ? now - PER_RETRY : now) >= PER_RETRY;
    }
}
