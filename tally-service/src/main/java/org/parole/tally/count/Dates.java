package org.parole.tally.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** DATE: what may be one release is told with several dates, and nothing on record decides. */
final class Dates {

    private Dates() {
    }

    static void find(Answer answer, Findings findings) {
        for (SameRelease same : answer.batches().same()) {
            if (!same.decided()) {
                List<Statement> statements = new ArrayList<>();
                List<Sentence> told = new ArrayList<>();
                for (Release release : same.releases()) {
                    statements.addAll(release.statements);
                    told.add(told(release));
                }
                findings.add(ConflictType.DATE, same.last(), Findings.figures(statements),
                        Sentence.of("date", "told", told, "least", same.worth().low(), "most",
                                same.releases().stream().mapToLong(release -> release.worth.high()).sum()),
                        statements);
            }
        }
    }

    private static Sentence told(Release release) {
        Map<String, Set<Object>> byTeller = new LinkedHashMap<>();
        for (Statement statement : release.statements) {
            Set<String> outlets = statement.outlets();
            Set<String> tellers = outlets.isEmpty() ? Set.of(statement.claimant.label()) : outlets;
            tellers.forEach(teller -> byTeller.computeIfAbsent(teller, name -> new LinkedHashSet<>())
                    .add(Told.figure(statement)));
        }
        Set<Object> figures = new LinkedHashSet<>();
        byTeller.values().forEach(figures::addAll);
        return Sentence.of(Told.key("date.told", release.statements.get(0).remains), "tellers",
                List.copyOf(byTeller.keySet()),
                "figures", List.copyOf(figures), "days",
                release.days());
    }
}
