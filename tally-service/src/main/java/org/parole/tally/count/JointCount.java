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

    /**
     * One direction: what was promised, and the reports about it.
     *
     * @param label how sentences name it: by whom it is about
     */
    public record Direction(String label, Promise promise, Collection<Report> reports) {
    }

    /**
     * Counts both directions together.
     *
     * @param others what is said of the numbers of other exchanges between the same parties
     */
    public static JointCount of(List<Direction> directions, Collection<Report> joint,
            Collection<NumberedExchange> others, Question question) {
        // The living and the dead are never added up.
        boolean dead = directions.stream().allMatch(direction -> direction.promise().remains());
        Counted together = new Counted(new Promise(null, null, false, dead), joint, question);
        ScopeCount scope = together.scopes().iterator().next();
        Answer answer = together.answer(scope, question.on());
        Figures figures = together.figures(scope, answer);
        List<Counted> each = new ArrayList<>();
        List<ScopeCount> ofTheDead = new ArrayList<>();
        Figures sum = null;
        List<Ordinals.Numbered> numbered = new ArrayList<>(together.statements.numbered);
        for (Direction direction : directions) {
            Counted counted = new Counted(direction.promise(), direction.reports(), question);
            ScopeCount own = counted.scopes().iterator().next();
            ofTheDead.add(direction.promise().remains() ? own : counted.otherKind());
            if (direction.promise().remains() == dead) {
                each.add(counted);
                Figures released = counted.figures(own, counted.answer(own, question.on()));
                sum = sum == null ? released.of(direction.label()) : sum.plus(released, direction.label());
            }
            numbered.addAll(counted.statements.numbered);
        }
        Findings findings = together.findings(scope, numbered);
        Ordinals.findAmong(numbered, others, findings);
        JointFindings.find(answer, each, dead ? List.of() : ofTheDead, findings);
        return new JointCount(figures, sum, ClaimantLines.of(answer, null, together.single(scope, answer)),
                findings.conflicts(), findings.gaps);
    }
}
