package org.parole.tally.commitment;

import java.util.List;
import java.util.Optional;

import org.parole.tally.exchange.Exchange;

/**
 * What one request adds together, so that its records can refer to each other before any of them is written.
 *
 * @param exchanges first revisions without their headers
 * @param commitments first revisions without their headers
 */
public record Beside(List<Exchange> exchanges, List<Commitment> commitments) {

    /** A request that adds one record. */
    public static final Beside NOTHING = new Beside(List.of(), List.of());

    /** The new exchange with this slug. */
    public Optional<Exchange> exchange(String slug) {
        return exchanges.stream().filter(exchange -> exchange.slug.equals(slug)).findFirst();
    }

    /** The new commitment with this slug. */
    public Optional<Commitment> commitment(String slug) {
        return commitments.stream().filter(commitment -> commitment.slug.equals(slug)).findFirst();
    }
}
