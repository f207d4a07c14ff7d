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

    /**
     * Holds the numbers given to one exchange against those of others between the same parties: a number that two of them
     * bear is a finding, and a number that none bears a gap.
     */
    static void findAmong(Collection<Numbered> own, Collection<NumberedExchange> others, Findings findings) {
        Map<Integer, List<Numbered>> byOrdinal = new TreeMap<>();
        own.forEach(each -> byOrdinal.computeIfAbsent(each.report.ordinal(), any -> new ArrayList<>(1)).add(each));
        Map<String, List<NumberedExchange>> doubled = new TreeMap<>();
        NumberedExchange before = null;
        for (NumberedExchange other : others) {
            if (byOrdinal.containsKey(other.ordinal())) {
                doubled.computeIfAbsent(other.ordinal() + " " + other.exchange(), any -> new ArrayList<>(1)).add(other);
            }
            boolean below = !byOrdinal.isEmpty() && byOrdinal.keySet().iterator().next() > other.ordinal();
            before = below && (before == null || other.ordinal() > before.ordinal()) ? other : before;
        }
        doubled.values().forEach(same -> doubled(byOrdinal.get(same.get(0).ordinal()), same, findings));
        if (before != null && byOrdinal.size() == 1) {
            missing(byOrdinal.values().iterator().next(), before, findings);
        }
    }

    private static void doubled(List<Numbered> own, List<NumberedExchange> others, Findings findings) {
        Set<String> claimants = new TreeSet<>();
        Set<String> elsewhere = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        int since = Integer.MIN_VALUE;
        for (Numbered each : own) {
            claimants.add(each.claimant.label());
            ids.add(each.report.id());
            since = Math.max(since, each.report.days().last());
        }
        for (NumberedExchange other : others) {
            elsewhere.add(other.claimant());
            ids.add(other.report());
            since = Math.max(since, (int) other.on().toEpochDay());
        }
        boolean oneClaimant = claimants.equals(elsewhere);
        long ordinal = others.get(0).ordinal();
        findings.add(new Conflict(oneClaimant ? ConflictType.REPORTED_DIFFERENTLY : ConflictType.CONTRADICTION,
                findings.scope(), LocalDate.ofEpochDay(since),
                List.of(new Figure("ordinal", ordinal, ordinal, false)),
                Sentence.of("ordinal.doubled", "ordinal", ordinal, "tellers", List.copyOf(claimants), "others",
                        List.copyOf(elsewhere), "title", others.get(0).title()),
                ids.stream().limit(Conflict.LISTED).toList(), ids.size(), false));
    }

    private static void missing(List<Numbered> own, NumberedExchange before, Findings findings) {
        Report report = own.get(0).report;
        long rise = report.ordinal() - before.ordinal();
        if (rise > 1) {
            findings.gaps.add(new Gap(own.get(0).claimant.label(), findings.scope(),
                    LocalDate.ofEpochDay(report.days().last()), before.on(), Range.exactly(rise), Range.exactly(1),
                    Range.exactly(rise - 1),
                    Sentence.of("ordinal.gap", "ordinal", (long) report.ordinal(), "claimant",
                            own.get(0).claimant.label(), "before", (long) before.ordinal(), "title", before.title(),
                            "missing", rise - 1),
                    List.of(before.report(), report.id()).stream().sorted().toList()));
        }
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
