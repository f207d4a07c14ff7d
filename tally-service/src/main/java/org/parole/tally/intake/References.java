package org.parole.tally.intake;

import java.util.HashMap;
import java.util.Map;

import org.parole.tally.commitment.CommitmentBody;
import org.parole.tally.exchange.ExchangeBody;
import org.parole.tally.report.ReportBody;

/** The bodies of an intake's records with the slugs that their labels stand for; what is no label is a slug already. */
final class References {

    private final Map<String, String> exchanges = new HashMap<>();
    private final Map<String, String> commitments = new HashMap<>();

    References(IntakeBody body) {
        body.exchanges().forEach(exchange -> exchanges.put(exchange.label(), exchange.slug()));
        body.commitments().forEach(commitment -> commitments.put(commitment.label(), commitment.slug()));
    }

    ExchangeBody of(IntakeExchange exchange) {
        return exchange.body();
    }

    CommitmentBody of(IntakeCommitment commitment) {
        return commitment.body(slug(exchanges, commitment.exchange()));
    }

    ReportBody of(IntakeReport report) {
        return report.body(slug(commitments, report.commitment()), slug(exchanges, report.exchange()));
    }

    private static String slug(Map<String, String> slugs, String name) {
        return slugs.getOrDefault(name, name);
    }
}
