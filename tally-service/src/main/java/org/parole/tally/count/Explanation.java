package org.parole.tally.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of a sum, so that anyone can redo it. */
final class Explanation {

    private Explanation() {
    }

    static List<Step> of(Counted counted) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("count", Sentence.of("step.count", "counted", (long) counted.statements.counted, "offered",
                (long) counted.statements.offered, "statements", (long) counted.statements.all.size()), List.of()));
        for (ScopeCount scope : counted.included()) {
            ofScope(counted, scope, steps);
        }
        return steps;
    }

    private static void ofScope(Counted counted, ScopeCount scope, List<Step> steps) {
        Answer answer = counted.answer(scope, counted.question.on());
        Optional<SingleRelease> single = counted.single(scope, answer);
        for (Position position : answer.positions()) {
            add(steps, scope, "claimant", claimant(position, single), position.restsOn());
        }
        Batches.Sum all = answer.batches().all();
        Set<Statement> chosen = new HashSet<>(all.statements());
        for (Release release : answer.batches().releases()) {
            add(steps, scope, "release",
                    Sentence.of(chosen.contains(release.statements.get(0)) ? "step.release" : "step.release.within",
                            "days",
                            release.days(), "worth", release.worth),
                    release.statements);
        }
        if (!answer.batches().isEmpty()) {
            add(steps, scope, "floor", Sentence.of("step.floor", "least", all.range().low()), all.statements());
        }
        List<Statement> inForce = new ArrayList<>();
        List<Sentence> voters = new ArrayList<>();
        BestFigure best = single.map(SingleRelease::best)
                .orElseGet(() -> BestFigure.of(counted.question.policy(), answer));
        for (Position position : best.voters()) {
            inForce.addAll(position.restsOn());
            voters.add(Sentence.of("step.vote", "claimant", position.claimant.label(), "number",
                    single.isPresent() ? SingleRelease.vote(position) : position.vote()));
        }
        add(steps, scope, "in force",
                voters.isEmpty() ? Sentence.of("step.noVotes") : Sentence.of("step.votes", "votes", voters), inForce);
        Figures figures = counted.figures(scope, answer);
        add(steps, scope, "answer", answer(figures), List.of());
    }

    private static void add(List<Step> steps, ScopeCount scope, String step, Sentence text, List<Statement> restsOn) {
        steps.add(new Step(step,
                scope.scope == null ? text : Sentence.of("step.scope", "scope", scope.scope, "text", text),
                Statement.ids(restsOn)));
    }

    private static Sentence claimant(Position position, Optional<SingleRelease> single) {
        Sentence reason = ClaimantLines.reason(position, single);
        if (single.isPresent() && !position.hasTotal()) {
            return Sentence.of("step.single", "claimant", position.claimant.label(), "figure",
                    SingleRelease.told(position), "why", reason == null ? Sentence.of("line.inForce") : reason);
        }
        if (!position.hasTotal()) {
            return Sentence.of("step.batchesOnly", "claimant", position.claimant.label(), "least",
                    position.range.low());
        }
        return Sentence.of(position.since.isEmpty() ? "step.total" : "step.total.since", "claimant",
                position.claimant.label(), "figures", position.figures(), "days", position.date(), "since",
                position.since.range(), "all", position.range, "why",
                reason == null ? Sentence.of("line.inForce") : reason);
    }

    private static Sentence answer(Figures figures) {
        Object unknown = Sentence.of("unknown");
        return Sentence.of(figures.reason() == null ? "step.answer" : "step.answer.reason", "low",
                figures.low() == null ? unknown : figures.low(), "best",
                figures.best() == null ? unknown : figures.best(),
                "high", figures.high() == null ? unknown : figures.high(), "rule", figures.rule(), "reason",
                figures.reason() == null ? unknown : figures.reason());
    }
}
