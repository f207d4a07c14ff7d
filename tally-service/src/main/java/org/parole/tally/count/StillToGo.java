package org.parole.tally.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CONTRADICTION: what claimants say is still to go, of a whole that nobody has named. It comes to no number of those released, but
 * 'none' and 'at least a hundred' cannot both be true.
 */
final class StillToGo {

    /** How many claimants are compared with each other. */
    private static final int COMPARED = 50;

    private StillToGo() {
    }

    static void find(ScopeCount scope, Answer answer, Findings findings) {
        Map<Claimant, Statement> newest = new LinkedHashMap<>();
        for (Statement statement : scope.released().statements()) {
            if (statement.toGo != null && !statement.namesAPart() && !statement.disputed
                    && statement.days.first() <= answer.day()
                    && !statement.withdrawn(answer.day())) {
                newest.merge(statement.claimant, statement, StillToGo::newer);
            }
        }
        List<Statement> all = newest.values().stream().sorted(Statement.BY_DATE).limit(COMPARED).toList();
        for (int i = 0; i < all.size(); i++) {
            for (Statement later : all.subList(i + 1, all.size())) {
                compare(all.get(i), later, answer, findings);
            }
        }
    }

    private static Statement newer(Statement one, Statement other) {
        int order = one.days.compareTo(other.days);
        return order > 0 || order == 0 && one.published >= other.published ? one : other;
    }

    private static void compare(Statement earlier, Statement later, Answer answer, Findings findings) {
        if (later.days.last() - earlier.days.last() > Contradictions.DAYS_APART) {
            return;
        }
        Range before = earlier.toGo;
        Range now = later.toGo;
        long gone = answer.batches().between(earlier.days.last(), later.days.last()).range().high();
        boolean fewer = now.comparedHigh() < before.comparedLow() - gone;
        boolean more = now.comparedLow() > before.comparedHigh();
        if (fewer || more) {
            List<Statement> both = new ArrayList<>(List.of(earlier, later));
            findings.add(ConflictType.CONTRADICTION, later.days.last(),
                    List.of(Figure.of(earlier.claimant.label(), before), Figure.of(later.claimant.label(), now)),
                    Sentence.of(Told.key("contradiction.toGo", earlier.remains), "earlier", earlier.claimant.label(),
                            "before", earlier.quantity.number(), "beforeDays", earlier.days, "later",
                            later.claimant.label(), "now", later.quantity.number(), "nowDays", later.days),
                    both, List.of(), Contradictions.twoSides(both));
        }
    }
}
