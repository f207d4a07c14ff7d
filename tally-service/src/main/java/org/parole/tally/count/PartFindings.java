package org.parole.tally.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PARTS: a part that is larger than its whole; parts that are said to be all of them, or nearly are, and do not add up to it.
 */
final class PartFindings {

    /** Parts of one whole, of one kind, for one date. */
    private record Group(Days days, boolean total, boolean byPlace, boolean byCategory) {
    }

    private PartFindings() {
    }

    static void find(Answer answer, Findings findings) {
        for (Claims claims : answer.claims()) {
            Map<Group, List<Statement>> groups = new LinkedHashMap<>();
            List<Statement> parts = new ArrayList<>(claims.partTotals);
            parts.addAll(claims.partBatches);
            claims.batches.stream().filter(Statement::isPartOfAStatedWhole).forEach(parts::add);
            for (Statement part : parts) {
                if (part.counts(answer.day())) {
                    groups.computeIfAbsent(new Group(part.days, part.isTotal(), part.part.place() != null,
                            part.part.category() != null), group -> new ArrayList<>()).add(part);
                }
            }
            groups.values().forEach(group -> ofOneDate(claims, group, answer.day(), findings));
        }
    }

    private static void ofOneDate(Claims claims, List<Statement> parts, int day, Findings findings) {
        parts.sort(Statement.IN_TEXT);
        List<Statement> whole = wholeOf(claims, parts.get(0), day);
        if (whole.isEmpty() && parts.get(0).part.outOf() == null) {
            return;
        }
        Range its = whole.isEmpty()
                ? Range.exactly(parts.get(0).part.outOf())
                : Statement.spanOf(whole);
        boolean sameDate = whole.isEmpty() || !Claims.isOlder(whole.get(0), parts.get(0));
        for (Statement part : sameDate ? parts : List.<Statement>of()) {
            if (part.part.outOf() != null && !Range.exactly(part.part.outOf()).agreesWith(its)) {
                List<Statement> both = new ArrayList<>(whole);
                both.add(part);
                findings.add(ConflictType.PARTS, part.days.last(), Findings.figures(both),
                        Sentence.of("parts.otherWhole", "claimant", part.claimant.label(), "what",
                                Told.released(part), "part", part.quantity.number(), "stated",
                                (long) part.part.outOf(), "whole", its),
                        both);
            } else if (part.range.comparedLow() > its.comparedHigh()) {
                List<Statement> both = new ArrayList<>(whole);
                both.add(part);
                findings.add(ConflictType.PARTS, part.days.last(), Findings.figures(both),
                        Sentence.of("parts.larger", "claimant", part.claimant.label(), "what", Told.released(part),
                                "part",
                                Told.figure(part), "name", name(part), "whole", its),
                        both);
            }
        }
        if (sameDate) {
            sum(parts, whole, its, findings);
        }
    }

    /** The claimant's whole for the date of a part, or else the last one before it. */
    private static List<Statement> wholeOf(Claims claims, Statement part, int day) {
        if (part.isTotal()) {
            return Claims.newest(claims.totals.stream().filter(total -> !Claims.isOlder(part, total)).toList(), day);
        }
        return claims.batches.stream().filter(batch -> batch.counts(day) && !batch.isPartOfAStatedWhole()
                && !batch.namesAPart() && batch.days.since() <= part.days.since()
                && part.days.last() <= batch.days.last()).toList();
    }

    private static Object name(Statement part) {
        return part.category() != null ? part.category() : part.place() != null ? part.place() : "";
    }

    private static void sum(List<Statement> parts, List<Statement> whole, Range its, Findings findings) {
        Map<Part, Statement> each = new LinkedHashMap<>();
        // Of a part that is told differently the one that is nearest to the claimant's own words.
        parts.forEach(part -> each.merge(part.partName(), part,
                (one, other) -> Statement.NEAREST_TO_OWN_WORDS.compare(one, other) <= 0 ? one : other));
        Range sum = each.values().stream().map(part -> part.range).reduce(Range::plus).orElseThrow();
        boolean complete = parts.stream().anyMatch(part -> part.part.complete());
        long missing = its.low() - sum.high();
        long beyond = sum.low() - its.high();
        boolean nearly = each.size() > 1 && sum.exact() && its.exact() && Parts.isNearlyAll(sum.low(), its.low());
        if (!complete && !nearly || sum.agreesWith(its)) {
            return;
        }
        List<Statement> all = new ArrayList<>(whole);
        all.addAll(parts);
        Statement one = parts.get(0);
        List<Figure> figures = new ArrayList<>(Findings.figures(parts));
        figures.add(Figure.of("sum", sum));
        figures.add(Figure.of("whole", its));
        findings.add(ConflictType.PARTS, one.days.last(), figures,
                Sentence.of(missing > 0 ? "parts.missing" : "parts.beyond", "claimant", one.claimant.label(), "days",
                        one.days, "sum", sum, "whole", its, "off", Math.max(missing, beyond)),
                all);
    }
}
