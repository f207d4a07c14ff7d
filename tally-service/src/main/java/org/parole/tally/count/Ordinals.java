package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * CONTRADICTION: sources that number one exchange differently ('the 50th exchange'). Where only outlets differ on what one
 * claimant said it is REPORTED_DIFFERENTLY.
 */
final class Ordinals {

    /** A report that numbers the exchange. */
    record Numbered(Claimant claimant, Report report) {
    }

    private Ordinals() {
    }

    /** Holds the numbers that are given to one exchange against each other. */
    static void find(Collection<Numbered> all, Findings findings) {
        Map<Integer, List<Numbered>> byOrdinal = new TreeMap<>();
        Set<String> claimants = new HashSet<>();
        for (Numbered each : all) {
            byOrdinal.computeIfAbsent(each.report.ordinal(), ordinal -> new ArrayList<>(1)).add(each);
            claimants.add(each.claimant.key);
        }
        if (byOrdinal.size() < 2) {
            return;
        }
        boolean oneClaimant = claimants.size() == 1;
        List<Figure> figures = new ArrayList<>();
        List<Sentence> told = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        int since = Integer.MIN_VALUE;
        for (Map.Entry<Integer, List<Numbered>> same : byOrdinal.entrySet()) {
            Set<String> names = new LinkedHashSet<>();
            for (Numbered each : same.getValue()) {
                String outlet = each.report.source().outlet();
                names.add(oneClaimant && outlet != null ? outlet : each.claimant.label());
                figures.add(Figure.of(each.claimant.label(), Range.exactly(same.getKey())));
                ids.add(each.report.id());
                since = Math.max(since, each.report.days().last());
            }
            told.add(Sentence.of("ordinal.told", "ordinal", (long) same.getKey(), "tellers",
                    names.stream().sorted().limit(Conflict.SPOKEN).toList()));
        }
        Sentence text = oneClaimant
                ? Sentence.of("ordinal.reported", "claimant", all.iterator().next().claimant.label(), "told", told)
                : Sentence.of("ordinal", "told", told.subList(0, Math.min(Conflict.SPOKEN, told.size())));
        findings.add(new Conflict(oneClaimant ? ConflictType.REPORTED_DIFFERENTLY : ConflictType.CONTRADICTION,
                findings.scope(), LocalDate.ofEpochDay(since),
                figures.stream().distinct().limit(Conflict.LISTED).toList(), text,
                ids.stream().limit(Conflict.LISTED).toList(), ids.size(), false));
    }
}
