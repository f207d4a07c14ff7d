package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Figures and whose they are, as findings tell of them. */
final class Told {

    private Told() {
    }

    /** A statement's figure as it was given: a quantity, or one with its whole. */
    static Object figure(Statement statement) {
        if (statement.basis == Basis.REMAINING) {
            return Sentence.of("figure.remaining", "worth", statement.range, "remaining", statement.quantity.number());
        }
        return statement.part.outOf() == null
                ? statement.quantity.number()
                : Sentence.of("figure.outOf", "part", statement.quantity.number(), "whole",
                        (long) statement.part.outOf());
    }

    /** Whose figures, and whether they are of a whole that they name: such a part is no other reading of a figure of everybody. */
    private record Claim(String claimant, boolean ofPart) {
    }

    /** The figures of each claimant in turn: 'according to A, 300 or 361', no more than a sentence can bear. */
    static List<Sentence> byClaimant(Collection<Statement> statements) {
        Map<Claim, Set<Object>> figures = new LinkedHashMap<>();
        for (Statement statement : statements) {
            figures.computeIfAbsent(new Claim(statement.claimant.label(), statement.isPartOfAStatedWhole()),
                    claim -> new LinkedHashSet<>())
                    .add(isNobody(statement) ? Sentence.of("figure.none") : figure(statement));
        }
        List<Sentence> claims = new ArrayList<>();
        figures.entrySet().stream().limit(Conflict.SPOKEN).forEach(claim -> claims.add(Sentence.of("claim", "claimant",
                claim.getKey().claimant, "figures",
                List.copyOf(claim.getValue()).subList(0, Math.min(Conflict.SPOKEN, claim.getValue().size())))));
        if (figures.size() > Conflict.SPOKEN) {
            claims.add(Sentence.of("claim.others", "others", (long) figures.size() - Conflict.SPOKEN));
        }
        return claims;
    }

    /** A figure in a sentence about numbers of people released: nobody is told as a word where a language wants one. */
    static Object figureOrNone(Statement statement) {
        return isNobody(statement) ? Sentence.of("figure.zero") : figure(statement);
    }

    private static boolean isNobody(Statement statement) {
        return statement.basis != Basis.REMAINING && statement.range != null && statement.range.exact()
                && statement.range.high() == 0;
    }

    /** Those whom a statement counts, everybody of its days: those released in all by the date, or that day. */
    static Sentence released(Statement statement) {
        return those(statement.stage, statement.isTotal(), statement.remains, statement.days);
    }

    /** Those whom figures of a stage count. */
    static Sentence those(Stage stage, boolean total, boolean remains, Days days) {
        String key = stage == Stage.ANNOUNCED
                ? "intent"
                : stage.isIntent() ? stage.name().toLowerCase(Locale.ROOT) : total ? "total" : "batch";
        return Sentence.of(key("what." + key, remains), "days", days);
    }

    /** The key of a sentence about the living, or about the dead. */
    static String key(String key, boolean remains) {
        return remains ? key + ".remains" : key;
    }

    /** The names of lists, the commitment's own first and in words. */
    static List<Object> lists(Collection<String> lists) {
        List<Object> names = new ArrayList<>();
        lists.stream().filter(Report.OWN::equals).forEach(own -> names.add(Sentence.of("list.own")));
        lists.stream().filter(list -> !list.equals(Report.OWN))
                .forEach(list -> names.add(Sentence.of("list.named", "name", list)));
        return names;
    }

    /** For the choice between singular and plural: the number that a figure ends with. */
    static long count(Statement statement) {
        return statement.range == null ? 2 : statement.range.high();
    }
}
