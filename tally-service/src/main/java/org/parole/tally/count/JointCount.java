package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is said of both directions of an exchange together ('869 prisoners exchanged'), beside what the two directions add up
 * to.
 *
 * @param joint low, best and high of the figures that count both together
 * @param sum low, best and high of the two directions added up; unknown where one of them is
 * @param claimants what each claimant has said of both together
 * @param conflicts where the joint figures disagree with each other, or with the sum, and where sources number the exchange
 * differently
 * @param gaps the numbers between this exchange and the one before it on record that no exchange bears
 */
public record JointCount(Figures joint, Figures sum, List<ClaimantLine> claimants, List<Conflict> conflicts,
        List<Gap> gaps) {

    /** One direction: what was promised, and the reports about it. */
    public record Direction(String commitment, Promise promise, Collection<Report> reports) {
    }

    /**
     * Counts both directions together.
     *
     * @param others what is said of the numbers of other exchanges between the same parties
     */
    public static JointCount of(List<Direction> directions, Collection<Report> joint,
            Collection<NumberedExchange> others, Question question) {
        Counted together = new Counted(Promise.NONE, joint, question);
        ScopeCount scope = together.scopes().iterator().next();
        Answer answer = together.answer(scope, question.on());
        Figures figures = together.figures(scope, answer);
        List<Counted> each = new ArrayList<>();
        Figures sum = null;
        List<Ordinals.Numbered> numbered = new ArrayList<>(together.statements.numbered);
        for (Direction direction : directions) {
            Counted counted = new Counted(direction.promise(), direction.reports(), question);
            ScopeCount own = counted.scopes().iterator().next();
            each.add(counted);
            Figures released = counted.figures(own, counted.answer(own, question.on()));
            sum = sum == null ? released : sum.plus(released, direction.commitment());
            numbered.addAll(counted.statements.numbered);
        }
        Findings findings = together.findings(scope, numbered);
        Ordinals.findAmong(numbered, others, findings);
        compare(answer, each, findings);
        return new JointCount(figures, sum, ClaimantLines.of(answer, null), findings.conflicts(), findings.gaps);
    }

    /**
     * A joint figure contradicts the directions where it cannot be what they added up to by its own date: what has been said
     * of them since is no answer to it.
     */
    private static void compare(Answer joint, List<Counted> directions, Findings findings) {
        for (Position position : joint.positions()) {
            List<Range> ranges = new ArrayList<>();
            List<Statement> behind = new ArrayList<>();
            for (Counted direction : directions) {
                ScopeCount own = direction.scopes().iterator().next();
                Answer then = direction.answer(own, Math.min(joint.day(), position.date().last()));
                Range range = worth(then);
                if (range != null) {
                    ranges.add(range);
                    behind.addAll(then.restsOn());
                }
            }
            boolean counts = !position.hasTotal() || position.status == Position.Status.IN_FORCE;
            if (!counts || ranges.isEmpty() || ranges.size() < directions.size()) {
                continue;
            }
            Range sum = ranges.stream().reduce(Range::plus).orElseThrow();
            Range its = position.hasTotal() ? position.range : closed(position.range);
            if (!its.agreesWith(sum)) {
                findings.add(ConflictType.CONTRADICTION, position.date().last(),
                        List.of(Figure.of(position.claimant.label(), its), Figure.of("directions", sum)),
                        Sentence.of("contradiction.joint", "claimant", position.claimant.label(), "figure", its, "days",
                                position.date(), "sum", sum, "directions", List.copyOf(ranges)),
                        position.restsOn(), behind, false);
            }
        }
    }

    /** What a direction comes to: its totals, or its batches; null where nothing is on record. */
    private static Range worth(Answer direction) {
        List<Position> standing = direction.standing();
        if (!standing.isEmpty()) {
            return Release.spanOf(standing.stream().map(position -> position.range).toList());
        }
        return direction.batches().isEmpty() ? null : closed(direction.batches().all().range());
    }

    /** Batches as if they were all there are: held against each other, one exchange is one exchange. */
    private static Range closed(Range batches) {
        return new Range(batches.low(), batches.high(), batches.openLow(), false, batches.approximate());
    }
}
