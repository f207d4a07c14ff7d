package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Figures that count one category or place, and what they come to together. */
final class Parts {

    /** Parts that miss their whole by no more than this part of it are meant to be all of them. */
    private static final double NEARLY_ALL = 0.02;

    private Parts() {
    }

    /**
     * The batches of one release that say nothing of everybody: of those who give parts only, without a whole of which they are
     * all. What a party concedes of another's whole is no such part, unless its own side has told of a whole.
     */
    static Set<Statement> without(List<Statement> batches) {
        if (batches.stream().noneMatch(Parts::isPart)) {
            return Set.of();
        }
        Map<Claimant, List<Statement>> byClaimant = new LinkedHashMap<>();
        batches.forEach(batch -> byClaimant.computeIfAbsent(batch.claimant, any -> new ArrayList<>(2)).add(batch));
        Set<SourceKind> withAWhole = EnumSet.noneOf(SourceKind.class);
        Set<Claimant> ofEverybody = new HashSet<>();
        byClaimant.forEach((claimant, own) -> {
            if (own.stream().anyMatch(batch -> !isPart(batch)) || areAllOfTheirWhole(own)) {
                withAWhole.add(claimant.side);
                ofEverybody.add(claimant);
            }
        });
        Set<Statement> parts = new LinkedHashSet<>();
        byClaimant.forEach((claimant, own) -> {
            boolean concedes = claimant.side.isParty() && own.stream().anyMatch(Statement::isPartOfAStatedWhole)
                    && !withAWhole.contains(claimant.side);
            if (!ofEverybody.contains(claimant) && !concedes) {
                parts.addAll(own);
            }
        });
        return parts;
    }

    private static boolean isPart(Statement batch) {
        return batch.namesAPart() || batch.isPartOfAStatedWhole();
    }

    /** Whether all that is told in batches is some of a whole that they name, and not all of it. */
    static boolean areSomeOfAStatedWhole(List<Statement> batches) {
        return !batches.isEmpty() && batches.stream().allMatch(Statement::isPartOfAStatedWhole)
                && !areAllOfTheirWhole(batches);
    }

    /** Whether parts that come to a number are meant to be all of a whole, because they miss it by no more than a fiftieth. */
    static boolean isNearlyAll(long sum, long whole) {
        return Math.abs(whole - sum) <= whole * NEARLY_ALL;
    }

    /**
     * Whether parts of one kind are all there are of the whole that each of them is said to be a part of: then they give that
     * whole. They are where they say so, or add up to it or nearly to it.
     */
    static boolean areAllOfTheirWhole(List<Statement> group) {
        Map<Part, Long> parts = new HashMap<>();
        boolean complete = false;
        long sum = 0;
        for (Statement statement : group) {
            Part first = group.get(0).part;
            boolean oneKind = (statement.part.category() == null) == (first.category() == null)
                    && (statement.part.place() == null) == (first.place() == null);
            Long told = statement.range.exact() ? parts.put(statement.partName(), statement.range.low()) : null;
            boolean toldOtherwise = told != null && told != statement.range.low();
            if (!oneKind || !statement.range.exact() || statement.part.outOf() == null
                    || !statement.part.outOf().equals(first.outOf()) || toldOtherwise) {
                return false;
            }
            sum += told == null ? statement.range.low() : 0;
            complete |= statement.part.complete();
        }
        return parts.size() > 1 && (complete || isNearlyAll(sum, group.get(0).part.outOf()));
    }

    /**
     * The sum of parts, of one claimant or of several. Parts that are all of a whole are that whole. Parts without a whole: different
     * places add up; categories may overlap, so that the largest is all that is certain. Those of a category that one claimant counts
     * may all be among those whom others count by place.
     */
    static Range worth(Collection<Statement> all) {
        List<Statement> group = List.copyOf(all);
        if (areAllOfTheirWhole(group)) {
            return Range.exactly(group.get(0).part.outOf());
        }
        Map<Part, List<Range>> byPart = new LinkedHashMap<>();
        for (Statement statement : group) {
            byPart.computeIfAbsent(statement.partName(), part -> new ArrayList<>(1)).add(statement.range);
        }
        Map<Part, Range> told = new LinkedHashMap<>();
        byPart.forEach((part, ranges) -> told.put(part, Release.spanOf(ranges)));
        Range sum = told.values().stream().reduce(Range::plus).orElseThrow();
        Map<String, Long> byPlace = new HashMap<>();
        told.forEach((part, range) -> byPlace.merge(part.place() == null ? "" : part.place(), range.low(), Math::max));
        long anywhere = byPlace.getOrDefault("", 0L);
        long named = byPlace.values().stream().mapToLong(Long::longValue).sum() - anywhere;
        return new Range(Math.max(anywhere, named), sum.high() - amongThoseOfPlaces(group) - sameUnderTwoNames(group),
                sum.openLow(),
                sum.openHigh(), sum.approximate());
    }

    /** How many of those that some count by category only are taken to be among those whom others count by place. */
    private static long amongThoseOfPlaces(List<Statement> group) {
        Map<Boolean, Set<Claimant>> claimants = new HashMap<>();
        Map<Boolean, Map<Part, Long>> told = new HashMap<>();
        for (Statement statement : group) {
            boolean placed = statement.part.place() != null;
            claimants.computeIfAbsent(placed, any -> new HashSet<>()).add(statement.claimant);
            told.computeIfAbsent(placed, any -> new HashMap<>())
                    .merge(statement.partName(), statement.range.high(), Math::max);
        }
        if (told.size() < 2 || claimants.get(true).stream().anyMatch(claimants.get(false)::contains)) {
            return 0;
        }
        return told.values().stream()
                .mapToLong(each -> each.values().stream().mapToLong(Long::longValue).sum()).min().orElseThrow();
    }

    /** How many the two sides tell of alike, as of two categories: the same people under another name. */
    private static long sameUnderTwoNames(List<Statement> group) {
        if (group.size() != 2) {
            return 0;
        }
        Statement one = group.get(0);
        Statement other = group.get(1);
        boolean sides = Stream.of(one, other).map(each -> each.claimant.side).filter(SourceKind::isParty).distinct()
                .count() == 2;
        boolean named = one.part.category() != null && other.part.category() != null
                && !one.part.category().equals(other.part.category()) && one.part.place() == null
                && other.part.place() == null;
        return sides && named && one.range.exact() && one.range.equals(other.range) ? one.range.low() : 0;
    }
}
