package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The reports that count for a question, by the list that they count in, and what they come to at any day up to its own. */
final class Counted {

    final Statements statements;
    final Promise promise;
    final Question question;
    /** The lists by name; the commitment's own, null, comes first. */
    private final Map<String, ScopeCount> scopes = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
    /** Figures that count several lists at once, by those lists. */
    private final Map<Set<String>, ScopeCount> combined = new LinkedHashMap<>();
    /** Remains of the dead, or the living where the commitment is about remains. */
    private final ScopeCount otherKind;

    Counted(Promise promise, Collection<Report> reports, Question question) {
        this.promise = promise;
        this.question = question;
        statements = new Statements(promise, reports, question);
        Map<Set<String>, List<Statement>> byLists = new TreeMap<>(Comparator.comparing(Object::toString));
        byLists.put(new TreeSet<>(Set.of(Report.OWN)), new ArrayList<>());
        List<Statement> others = new ArrayList<>();
        for (Statement statement : statements.all) {
            if (statement.remains != promise.remains()) {
                others.add(statement);
            } else {
                Set<String> lists = new TreeSet<>(statement.scopes.isEmpty() ? Set.of(Report.OWN) : statement.scopes);
                byLists.computeIfAbsent(lists, key -> new ArrayList<>()).add(statement);
            }
        }
        byLists.forEach((lists, its) -> {
            String only = lists.size() > 1 ? String.join(" + ", lists) : lists.iterator().next();
            ScopeCount scope = new ScopeCount(statements, only.equals(Report.OWN) ? null : only, its);
            if (lists.size() > 1) {
                combined.put(lists, scope);
            } else {
                scopes.put(scope.scope, scope);
            }
        });
        otherKind = new ScopeCount(statements, null, others);
    }

    /** The commitment's own list and those that are asked for besides. */
    List<ScopeCount> included() {
        return scopes.values().stream().filter(scope -> includes(scope.scope)).toList();
    }

    boolean includes(String scope) {
        return scope == null || question.scopes().contains(scope);
    }

    /** Every list on record, the commitment's own first. */
    Collection<ScopeCount> scopes() {
        return scopes.values();
    }

    /** Figures that count several lists at once. */
    Map<Set<String>, ScopeCount> combined() {
        return combined;
    }

    /** What is never added: remains of the dead beside the living. */
    ScopeCount otherKind() {
        return otherKind;
    }

    /** What the policy counts: reported and verified, or verified only. */
    StageCount wanted(ScopeCount scope) {
        return question.policy() == Policy.VERIFIED ? scope.stage(Stage.VERIFIED) : scope.released();
    }

    Answer answer(ScopeCount scope, int day) {
        return wanted(scope).at(day, question.carry());
    }

    /** What was promised for a list: nothing for another list than the commitment's own, or for a part of it. */
    private Promise promiseFor(ScopeCount scope) {
        return scope.scope == null && !question.filtered() ? promise : Promise.NONE;
    }

    /** The one release that the figures of a list are of, where the promise is of one. */
    Optional<SingleRelease> single(ScopeCount scope, Answer answer) {
        return FiguresOf.single(answer, question.policy(), promiseFor(scope));
    }

    Figures figures(ScopeCount scope, Answer answer) {
        Figures figures = FiguresOf.of(answer, question.policy(), promiseFor(scope), nothing(scope, answer.day()));
        OtherSide other = figures.otherSide();
        return other == null || other.hasSpoken() || combined.isEmpty()
                ? figures
                : figures.withOtherSide(ofSeveralLists(other, scope, answer.day()));
    }

    /** The last word of a side that has spoken of a list only together with others. */
    private OtherSide ofSeveralLists(OtherSide silent, ScopeCount scope, int day) {
        OtherSide last = silent;
        for (Map.Entry<Set<String>, ScopeCount> each : combined.entrySet()) {
            if (each.getKey().contains(scope.scope == null ? Report.OWN : scope.scope)) {
                OtherSide word = FiguresOf.lastWord(answer(each.getValue(), day), silent.side());
                if (word.hasSpoken() && (!last.hasSpoken() || word.on().isAfter(last.on()))) {
                    last = word.of(each.getKey());
                }
            }
        }
        return last;
    }

    /** The figures that count several lists at once, of lists that are all asked for. */
    List<ScopeCount> combinedAndIncluded() {
        Set<String> wanted = wantedLists();
        return combined.entrySet().stream().filter(each -> wanted.containsAll(each.getKey())).map(Map.Entry::getValue)
                .toList();
    }

    private Set<String> wantedLists() {
        Set<String> wanted = new TreeSet<>(question.scopes());
        wanted.add(Report.OWN);
        return wanted;
    }

    private Sentence nothing(ScopeCount scope, int day) {
        boolean reported = scope.released().statements().stream().anyMatch(statement -> statement.days.first() <= day);
        if (question.policy() == Policy.VERIFIED && reported) {
            return Sentence.of("reason.notVerified");
        }
        if (question.filtered()) {
            return Sentence.of(statements.counted == 0 ? "reason.noMatch" : "reason.noMatch.release");
        }
        boolean later = question.dated() || !scope.released().statements().isEmpty();
        return Sentence.of(later ? "reason.none.then" : "reason.none");
    }

    /** What was released in the lists that are asked for, by a day. */
    Figures released(int day) {
        Figures sum = null;
        boolean all = true;
        Set<String> wanted = wantedLists();
        for (ScopeCount scope : included()) {
            Answer answer = answer(scope, day);
            // Another list adds to the sum from the first report on: before that it is no part of the answer.
            if (scope.scope == null || !answer.isEmpty()) {
                Figures figures = figures(scope, answer);
                all &= !answer.isEmpty();
                sum = sum == null ? figures : sum.plus(figures, scope.scope);
            }
        }
        ScopeCount together = combined.get(wanted);
        if (together == null) {
            return sum;
        }
        Answer answer = answer(together, day);
        return answer.isEmpty()
                ? sum
                : CombinedLists.join(sum, all && included().size() == wanted.size(), figures(together, answer));
    }

    /** The figures of one stage, over the lists that are asked for. */
    Figures stage(Stage stage) {
        Policy policy = question.policy() == Policy.VERIFIED ? Policy.CONSENSUS : question.policy();
        Figures sum = null;
        for (ScopeCount scope : included()) {
            Answer answer = scope.stage(stage).at(question.on(), question.carry());
            if (scope.scope == null || !answer.isEmpty()) {
                Figures figures = FiguresOf.of(answer, policy,
                        stage.isRelease() && scope.scope == null ? promise : Promise.NONE,
                        Sentence.of("reason.noStage"));
                sum = sum == null ? figures : sum.plus(figures, scope.scope);
            }
        }
        return sum;
    }

    /** All that is found in one list at the day of the question. */
    Findings findings(ScopeCount scope) {
        return findings(scope, scope.scope == null ? statements.numbered : List.of());
    }

    /** Where sources differ on what is never added: remains of the dead beside the living. */
    List<Conflict> findingsOfOtherKind() {
        Findings findings = new Findings(null);
        ofReleases(otherKind, findings);
        return findings.conflicts();
    }

    /** @param numbered the reports that number the exchange */
    Findings findings(ScopeCount scope, List<Ordinals.Numbered> numbered) {
        Findings findings = new Findings(scope.scope);
        Answer answer = ofReleases(scope, findings);
        StillToGo.find(scope, answer, findings);
        Ordinals.find(numbered, findings);
        return findings;
    }

    /** What is found of the living as of the dead. */
    private Answer ofReleases(ScopeCount scope, Findings findings) {
        Answer answer = scope.released().at(question.on(), question.carry());
        List<SameDate> dates = SameDate.of(scope, answer);
        List<Rise> rises = Rise.all(answer);
        Contradictions.find(dates, answer, findings);
        OwnFigures.find(dates, findings);
        Categories.find(dates, findings);
        PartFindings.find(answer, findings);
        Dates.find(answer, findings);
        Decreases.find(rises, answer, findings);
        BatchesVersusTotals.find(rises, answer, findings);
        Plans.find(scope, answer, findings);
        DenialFindings.find(scope, question.on(), findings);
        return answer;
    }
}
