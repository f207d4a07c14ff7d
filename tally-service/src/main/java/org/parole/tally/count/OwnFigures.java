package org.parole.tally.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * SELF_CONTRADICTION and REPORTED_DIFFERENTLY: two figures for one claimant, date and basis. The claimant contradicts itself
 * only where both are words of its own, or where one outlet printed both on different days. Everything else says something
 * of the outlets and nothing of the claimant.
 */
final class OwnFigures {

    private static final long DAY = 86_400_000L;

    private OwnFigures() {
    }

    static void find(List<SameDate> dates, Findings findings) {
        for (SameDate date : dates) {
            if (date.worthALook()) {
                Map<Claimant, List<Statement>> byClaimant = new LinkedHashMap<>();
                for (Statement statement : date.statements) {
                    byClaimant.computeIfAbsent(statement.claimant, claimant -> new ArrayList<>(1)).add(statement);
                }
                byClaimant.values().forEach(own -> ofOne(date, own, findings));
            }
        }
    }

    private static void ofOne(SameDate date, List<Statement> own, Findings findings) {
        List<Statement> compared = withoutGroupsAndParts(date, own);
        List<Statement> differing = compared.stream().filter(one -> compared.stream()
                .anyMatch(other -> !one.range.agreesWith(other.range) && samePart(one, other)
                        && !isNewPlan(one, other)))
                .toList();
        if (differing.size() < 2) {
            return;
        }
        boolean self = differing.stream().anyMatch(one -> differing.stream().anyMatch(
                other -> !one.range.agreesWith(other.range) && (bothItsWords(one, other) || byOneOutlet(one, other))));
        findings.add(self ? ConflictType.SELF_CONTRADICTION : ConflictType.REPORTED_DIFFERENTLY, date.days.last(),
                Findings.figures(differing), self ? contradicts(date, differing) : differs(date, differing), differing);
    }

    /** What an editor has put into one release are tellings of it; places and categories that differ are parts. */
    private static List<Statement> withoutGroupsAndParts(SameDate date, List<Statement> own) {
        Map<String, Integer> groups = new HashMap<>();
        own.stream().filter(statement -> statement.release != null)
                .forEach(statement -> groups.merge(statement.release, 1, Integer::sum));
        return own.stream().filter(statement -> statement.release == null || groups.get(statement.release) == 1)
                .filter(statement -> date.isOfAPart() || !statement.isPartOfAStatedWhole()).toList();
    }

    /** Whether a claimant has announced, demanded or offered another number later, which replaces the first. */
    private static boolean isNewPlan(Statement one, Statement other) {
        return one.stage.isIntent() && (isReplacedBy(one, other) || isReplacedBy(other, one));
    }

    /** Whether the same claimant gave another figure on a later day, both in its own words or through one outlet. */
    static boolean isReplacedBy(Statement one, Statement later) {
        return Math.floorDiv(one.published, DAY) < Math.floorDiv(later.published, DAY)
                && (bothItsWords(one, later) || byOneOutlet(one, later));
    }

    private static boolean samePart(Statement one, Statement other) {
        return Objects.equals(one.part.category(), other.part.category())
                && Objects.equals(one.part.place(), other.part.place());
    }

    private static boolean bothItsWords(Statement one, Statement other) {
        return inItsWords(one) && inItsWords(other);
    }

    /** A direct quote that has been checked, or a statement that the claimant published itself. */
    private static boolean inItsWords(Statement statement) {
        return statement.ownWords || statement.claimant.side.isParty()
                && statement.outletKeys().stream().anyMatch(outlet -> goesBy(statement.claimant, outlet));
    }

    private static boolean goesBy(Claimant claimant, String name) {
        return name.equals(claimant.key) || claimant.names().stream().anyMatch(own -> Names.fold(own).equals(name));
    }

    private static boolean byOneOutlet(Statement one, Statement other) {
        Set<String> days = new HashSet<>();
        for (Report report : one.reports) {
            days.add(report.source().outlet() + "/" + report.publishedAt() / DAY);
        }
        return other.reports.stream().anyMatch(report -> report.source().outlet() != null
                && one.reports.stream().anyMatch(its -> report.source().outlet().equals(its.source().outlet()))
                && !days.contains(report.source().outlet() + "/" + report.publishedAt() / DAY));
    }

    private static Sentence contradicts(SameDate date, List<Statement> differing) {
        return Sentence.of("self", "claimant", differing.get(0).claimant.label(), "what", date.what(), "numbers",
                differing.stream().map(Told::figure).distinct().limit(Conflict.SPOKEN).toList());
    }

    /** The claimant's own words first, then the outlets as they stand in the alphabet. */
    private static Sentence differs(SameDate date, List<Statement> differing) {
        List<Sentence> printed = new ArrayList<>();
        List<Statement> inOrder = new ArrayList<>(differing);
        inOrder.sort((one, other) -> Boolean.compare(inItsWords(other), inItsWords(one)));
        for (Statement statement : inOrder.subList(0, Math.min(Conflict.SPOKEN, inOrder.size()))) {
            List<String> outlets = List.copyOf(statement.outlets());
            String key = inItsWords(statement) ? "printed.own" : outlets.isEmpty() ? "printed.unnamed" : "printed";
            printed.add(Sentence.of(printed.isEmpty() ? key + ".first" : key, "outlets", outlets, "figure",
                    Told.figure(statement), "claimant", statement.claimant.label(),
                    "what",
                    date.what()));
        }
        long apart = differing.size() == 2 ? digitsApart(differing.get(0), differing.get(1)) : 0;
        return Sentence.of(apart > 0 ? "reported.near" : "reported", "printed", printed, "digits", apart);
    }

    /** In how many digits two numbers differ, where it is one, or two in the other order; else 0. It may be a misprint. */
    private static long digitsApart(Statement one, Statement other) {
        String a = String.valueOf(one.range.low());
        String b = String.valueOf(other.range.low());
        if (a.length() != b.length() || a.length() < 3) {
            return 0;
        }
        int[] apart = IntStream.range(0, a.length()).filter(i -> a.charAt(i) != b.charAt(i)).toArray();
        boolean swapped = apart.length == 2 && apart[1] == apart[0] + 1 && a.charAt(apart[0]) == b.charAt(apart[1])
                && a.charAt(apart[1]) == b.charAt(apart[0]);
        return apart.length == 1 || swapped ? apart.length : 0;
    }
}
