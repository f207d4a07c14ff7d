package org.parole.tally.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Figures that count several lists at once: compared with what they include, and never added to it. */
final class CombinedLists {

    private CombinedLists() {
    }

    /**
     * The answer for lists that are counted one by one and together.
     *
     * @param sum the sum of the lists, or of those on record
     * @param complete whether all of them are on record one by one
     * @param together the figures that count them all
     */
    static Figures join(Figures sum, boolean complete, Figures together) {
        if (!complete || sum.low() == null && sum.high() == null) {
            return together;
        }
        boolean lower = together.low() != null && (sum.low() == null || together.low() < sum.low());
        boolean higher = together.high() != null && (sum.high() == null || together.high() > sum.high());
        // Where both sides have counted the lists together, and one of them only one by one, the former is the fuller answer.
        boolean oneSided = sum.oneSided() && together.oneSided()
                && sum.otherSide().side() == together.otherSide().side();
        OtherSide other = !oneSided
                ? null
                : sum.otherSide().hasSpoken() ? sum.otherSide() : together.otherSide();
        boolean fuller = sum.best() == null || sum.oneSided() && !together.oneSided() && together.best() != null
                || eachOfAnotherSide(sum, together) && together.best() < sum.best();
        return new Figures(lower ? together.low() : sum.low(), fuller ? together.best() : sum.best(),
                higher ? together.high() : sum.high(), sum.open() || together.open(),
                sum.approximate() || together.approximate(), fuller ? together.rule() : sum.rule(),
                oneSided, other,
                new Bounds(lower ? together.bounds().low() : null, higher ? together.bounds().high() : null),
                sum.reason());
    }

    /** Whether one side has counted the lists one by one and the other together: each has a vote, and ties go to the lower. */
    private static boolean eachOfAnotherSide(Figures sum, Figures together) {
        return sum.oneSided() && together.oneSided() && sum.otherSide().side() != together.otherSide().side()
                && sum.best() != null && together.best() != null;
    }

    /** CONTRADICTION: a figure for several lists that is lower than one of them, or not what they add up to. */
    static void find(Counted counted, List<Conflict> conflicts) {
        int on = counted.question.on();
        counted.combined().forEach((lists, scope) -> {
            Findings findings = counted.findings(scope);
            Answer together = scope.released().at(on, counted.question.carry());
            for (Position position : together.voters()) {
                // What has been said of the lists since is no answer to it.
                int then = Math.min(on, position.date().last());
                List<Answer> answers = new ArrayList<>();
                for (ScopeCount each : counted.scopes()) {
                    if (lists.contains(each.scope == null ? Report.OWN : each.scope)) {
                        answers.add(each.released().at(then, counted.question.carry()));
                    }
                }
                compare(position, lists, answers, findings);
            }
            conflicts.addAll(findings.conflicts());
        });
    }

    private static void compare(Position together, Set<String> lists, List<Answer> answers, Findings findings) {
        boolean complete = answers.size() == lists.size()
                && answers.stream().noneMatch(answer -> answer.standing().isEmpty());
        Range sum = Range.exactly(0);
        List<Statement> statements = new ArrayList<>(together.stated);
        for (Answer answer : answers) {
            for (Position position : answer.standing()) {
                statements.addAll(position.stated);
            }
            if (answer.standing().isEmpty()) {
                // Of a list of which nobody has given a total, at least its releases count.
                sum = sum.plus(answer.batches().all().range());
                statements.addAll(answer.batches().all().statements());
            } else {
                sum = sum.plus(Release.spanOf(answer.standing().stream().map(position -> position.range).toList()));
            }
        }
        boolean less = together.range.comparedHigh() < sum.comparedLow();
        boolean more = complete && together.range.comparedLow() > sum.comparedHigh();
        if (less || more) {
            findings.add(ConflictType.CONTRADICTION, together.date().last(), List.of(
                    Figure.of(together.claimant.label(), together.range), Figure.of("lists", sum)),
                    Sentence.of("contradiction.lists", "claimant", together.claimant.label(), "figure", together.range,
                            "days", together.date(), "lists", Told.lists(lists), "sum", sum),
                    statements, List.of(), Contradictions.twoSides(statements));
        }
    }
}
