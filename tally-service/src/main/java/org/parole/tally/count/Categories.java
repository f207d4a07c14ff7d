package org.parole.tally.count;

import java.util.ArrayList;
import java.util.List;

/** CATEGORY: the same people, of whom one claimant counts some only, or in another category. */
final class Categories {

    private Categories() {
    }

    static void find(List<SameDate> dates, Findings findings) {
        for (SameDate date : dates) {
            List<Statement> found = date.ofOtherCategories();
            if (!found.isEmpty()) {
                List<Sentence> claims = new ArrayList<>();
                for (Statement statement : found) {
                    claims.add(statement.category() == null
                            ? Sentence.of("claim", "claimant", statement.claimant.label(), "figures",
                                    List.of(Told.figure(statement)))
                            : Sentence.of("claim.category", "claimant", statement.claimant.label(), "figure",
                                    Told.figure(statement), "category", statement.category()));
                }
                findings.add(ConflictType.CATEGORY, date.days.last(), Findings.figures(found),
                        Sentence.of("category", "what", date.what(), "claims",
                                claims.subList(0, Math.min(Conflict.SPOKEN, claims.size()))),
                        found);
            }
        }
    }
}
