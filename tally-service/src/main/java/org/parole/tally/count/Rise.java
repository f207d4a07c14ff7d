package org.parole.tally.count;

import java.util.ArrayList;
import java.util.List;

/**
 * From a claimant's totals for one date to those for its next one.
 *
 * @param claimant the claimant
 * @param before the totals for the earlier date; empty before the first
 * @param now the totals for the later date
 */
record Rise(Claimant claimant, List<Statement> before, List<Statement> now) {

    /** The steps of all claimants' totals that count at a day. */
    static List<Rise> all(Answer answer) {
        List<Rise> rises = new ArrayList<>();
        for (Claims claims : answer.claims()) {
            List<Statement> before = List.of();
            List<Statement> now = new ArrayList<>(1);
            for (Statement total : claims.totals) {
                if (total.counts(answer.day())) {
                    if (!now.isEmpty() && !Claims.sameDate(total, now.get(0))) {
                        rises.add(new Rise(claims.claimant, before, now));
                        before = now;
                        now = new ArrayList<>(1);
                    }
                    now.add(total);
                }
            }
            if (!now.isEmpty()) {
                rises.add(new Rise(claims.claimant, before, now));
            }
        }
        return rises;
    }

    /** What the earlier totals span; 0 before the first. */
    Range from() {
        return before.isEmpty() ? Range.exactly(0) : Statement.spanOf(before);
    }

    /** What the later totals span. */
    Range to() {
        return Statement.spanOf(now);
    }
}
