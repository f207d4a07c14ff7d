package org.parole.tally.count;

import java.util.ArrayList;
import java.util.List;

/** DECREASE: a claimant's running total that falls, though nobody has reported that so many were arrested again. */
final class Decreases {

    private Decreases() {
    }

    static void find(List<Rise> rises, Answer answer, Findings findings) {
        for (Rise rise : rises) {
            if (rise.before().isEmpty() || rise.to().comparedHigh() >= rise.from().comparedLow()) {
                continue;
            }
            int after = rise.before().get(0).days.last();
            long fall = rise.from().low() - rise.to().high();
            long taken = answer.batches().rearrested(after, rise.now().get(0).days.last());
            if (fall <= taken) {
                continue;
            }
            List<Statement> both = new ArrayList<>(rise.before());
            both.addAll(rise.now());
            both.sort(Statement.BY_DATE);
            findings.add(ConflictType.DECREASE, rise.now().get(0).days.last(), Findings.figures(both),
                    Sentence.of(taken > 0 ? "decrease.rearrested" : "decrease", "claimant", rise.claimant().label(),
                            "before", rise.from(), "beforeDays",
                            rise.before().get(0).days, "now", rise.to(), "nowDays", rise.now().get(0).days, "taken",
                            taken),
                    both);
        }
    }
}
