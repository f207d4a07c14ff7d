package org.parole.tally.count;

import java.util.ArrayList;
import java.util.List;

/** DENIAL: a release, a total or a re-arrest that is reported, and denied. */
final class DenialFindings {

    private DenialFindings() {
    }

    static void find(ScopeCount scope, int day, Findings findings) {
        for (Denials.Denial each : scope.denials()) {
            Statement denial = each.denial();
            if (denial.withdrawn(day)) {
                continue;
            }
            List<Statement> others = each.denied().stream().filter(s -> s.claimant != denial.claimant).toList();
            List<Figure> figures = new ArrayList<>(Findings.figures(each.denied()));
            if (denial.range != null) {
                figures.add(0, Figure.of(denial));
            }
            String kind = denial.isTotal() ? ".total" : denial.basis == Basis.REARRESTED ? ".rearrested" : "";
            String key = "denial" + kind + (denial.range == null ? ".any" : "")
                    + (each.denied().isEmpty() ? ".nobody" : others.isEmpty() ? ".own" : "");
            boolean remains = denial.remains && denial.basis != Basis.REARRESTED;
            List<Sentence> claims = Told.byClaimant(others);
            findings.add(ConflictType.DENIAL, denial.days.last(), figures,
                    Sentence.of(Told.key(key, remains), "claimant", denial.claimant.label(), "days", denial.days,
                            "saidDays",
                            Days.on((int) Math.floorDiv(denial.published, 86_400_000L)), "figure",
                            denial.range == null ? 0L : Told.figure(denial), "count", Told.count(denial), "claims",
                            claims, "claimCount", (long) claims.size()),
                    List.of(denial), each.denied(), false);
        }
    }
}
