package org.parole.tally.count;

import java.util.ArrayList;
import java.util.List;

/** CONTRADICTION: what is said of all directions of an exchange together, and cannot be true beside what each of them comes to. */
final class JointFindings {

    private final Answer joint;
    private final List<Counted> directions;
    /** The dead of each direction; none where the exchange is of the dead only. */
    private final List<ScopeCount> dead;
    private final Findings findings;

    /** What the directions come to at a day, as far as they are known. */
    private record Sum(Range known, int count, int of, List<Statement> behind, int last) {

        boolean complete() {
            return count == of;
        }

        /** Of a direction that is not on record nothing is known: it may come to anything. */
        Range range() {
            return complete()
                    ? known
                    : new Range(known.low(), known.high(), known.openLow(), true, known.approximate());
        }
    }

    private JointFindings(Answer joint, List<Counted> directions, List<ScopeCount> dead, Findings findings) {
        this.joint = joint;
        this.directions = directions;
        this.dead = dead;
        this.findings = findings;
    }

    static void find(Answer joint, List<Counted> directions, List<ScopeCount> dead, Findings findings) {
        var all = new JointFindings(joint, directions, dead, findings);
        for (Position position : joint.positions()) {
            if (!position.hasTotal() || position.status == Position.Status.IN_FORCE) {
                all.look(position);
            }
        }
    }

    /** A joint figure is held against what the directions came to by its own date: what has been said since is no answer to it. */
    private void look(Position position) {
        Range its = position.hasTotal() ? position.range : closed(position.range);
        Sum then = sumAt(Math.min(joint.day(), position.date().last()), !position.hasTotal());
        if (then.count > 0 && !its.agreesWith(then.range())) {
            Range ofTheDead = deadAt(Math.min(joint.day(), position.date().last()));
            boolean withThem = then.complete() && ofTheDead.high() > 0
                    && its.agreesWith(then.range().plus(ofTheDead));
            String key = withThem ? ".dead" : then.complete() ? "" : ".some";
            add(position, its, then, "contradiction.joint" + key, ofTheDead);
        } else if (position.hasTotal()) {
            fallen(position, its);
        }
    }

    /** A total of all that have been released cannot fall but by those arrested again: the directions may not come to less later. */
    private void fallen(Position position, Range its) {
        Sum now = sumAt(joint.day(), false);
        long taken = directions.stream().mapToLong(direction -> released(direction, joint.day()).batches()
                .rearrested(position.date().last(), joint.day())).sum();
        if (now.complete() && now.last > position.date().last()
                && now.range().comparedHigh() + taken < its.comparedLow()) {
            add(position, its, now, "contradiction.joint.fallen", Range.exactly(0));
        }
    }

    private void add(Position position, Range its, Sum sum, String key, Range ofTheDead) {
        findings.add(ConflictType.CONTRADICTION, Math.max(position.date().last(), sum.last), List.of(
                Figure.of(position.claimant.label(), its), Figure.of("directions", sum.known)),
                Sentence.of(key, "claimant", position.claimant.label(), "figure", its, "days", position.date(), "sum",
                        sum.known, "count", (long) sum.count, "sumDays", Days.on(sum.last), "dead", ofTheDead,
                        "withDead", sum.known.plus(ofTheDead)),
                position.restsOn(), sum.behind, false);
    }

    /** @param ofOneExchange whether batches are taken as if they were all there are: held against each other, one exchange is one */
    private Sum sumAt(int day, boolean ofOneExchange) {
        Range sum = Range.exactly(0);
        int known = 0;
        int last = Integer.MIN_VALUE;
        List<Statement> behind = new ArrayList<>();
        for (Counted direction : directions) {
            Answer answer = released(direction, day);
            Range range = worth(direction, answer);
            if (range != null) {
                known++;
                sum = sum.plus(ofOneExchange ? closed(range) : range);
                List<Statement> its = answer.restsOn();
                behind.addAll(its);
                last = Math.max(last, its.stream().mapToInt(each -> each.days.last()).max().orElse(last));
            }
        }
        return new Sum(sum, known, directions.size(), behind, last);
    }

    /** How many dead were handed over in all directions by a day, as far as it is on record. */
    private Range deadAt(int day) {
        Range sum = Range.exactly(0);
        for (ScopeCount each : dead) {
            Answer answer = each.released().at(day, 0);
            List<Position> standing = answer.standing();
            sum = sum.plus(standing.isEmpty()
                    ? closed(answer.batches().all().range())
                    : Release.spanOf(standing.stream().map(position -> position.range).toList()));
        }
        return sum;
    }

    private static Answer released(Counted direction, int day) {
        return direction.answer(direction.scopes().iterator().next(), day);
    }

    /** What a direction comes to, open above where there may have been other releases; null where nothing is on record. */
    private static Range worth(Counted direction, Answer answer) {
        List<Position> standing = answer.standing();
        if (!standing.isEmpty()) {
            return Release.spanOf(standing.stream().map(position -> position.range).toList());
        }
        Figures figures = direction.figures(direction.scopes().iterator().next(), answer);
        if (answer.batches().isEmpty() || figures.high() == null) {
            return null;
        }
        boolean openHigh = figures.bounds().high() == null || figures.bounds().high().open();
        return new Range(figures.low() == null ? 0 : figures.low(), figures.high(), false, openHigh,
                figures.approximate());
    }

    private static Range closed(Range batches) {
        return new Range(batches.low(), batches.high(), batches.openLow(), false, batches.approximate());
    }
}
