package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Batches that tell of the same people let go: those of the very same days, or those that an editor has put together. */
final class Release {

    /** Parts that miss their whole by no more than this part of it are meant to be all of them. */
    private static final double NEARLY_ALL = 0.02;

    static final Comparator<Release> BY_END = Comparator.comparingInt((Release release) -> release.last)
            .thenComparingInt(release -> release.since)
            .thenComparing(release -> release.label == null ? "" : release.label);

    /** The editor's name for it, or null. */
    final String label;
    final List<Statement> statements;
    final int since;
    final int first;
    final int last;
    /** What it is worth: at least the lowest that a telling proves, at most the highest that one claims. */
    final Range worth;

    /**
     * What one claimant tells of it, or one of an editor's tellings.
     *
     * @param proven null where it proves nothing
     * @param ofSome whether it counts one category or place only, and does not say of how many
     * @param rounded whether it is a neutral source's 'about', which says nothing beside an exact number that it agrees with
     */
    private record Telling(Range proven, Range claimed, boolean ofSome, boolean rounded) {

        boolean isRoundingOf(Telling other) {
            return other.proven != null && other.proven.exact() && other.proven.agreesWith(claimed);
        }
    }

    /** The batches, which are not empty and have numbers, as they stand at a day. */
    Release(String label, List<Statement> statements, int day) {
        this.label = label;
        this.statements = statements;
        since = statements.stream().mapToInt(statement -> statement.days.since()).min().orElseThrow();
        first = statements.stream().mapToInt(statement -> statement.days.first()).min().orElseThrow();
        last = statements.stream().mapToInt(statement -> statement.days.last()).max().orElseThrow();
        worth = statements.size() == 1 ? alone(statements.get(0), day) : together(tellings(day));
    }

    Days days() {
        return new Days(since, Math.max(since, first), last);
    }

    private static Range alone(Statement statement, int day) {
        Range range = statement.range;
        return statement.proves(day)
                ? range
                : new Range(0, range.high(), false, range.openHigh(), range.approximate());
    }

    /** What counts one category or place says nothing of the others, where a whole is told of that has room for it. */
    private static Range together(List<Telling> all) {
        List<Telling> tellings = all.stream()
                .filter(telling -> !telling.rounded() || all.stream().noneMatch(telling::isRoundingOf)).toList();
        List<Range> wholes = tellings.stream().filter(telling -> !telling.ofSome()).map(Telling::proven)
                .filter(Objects::nonNull).toList();
        List<Range> proven = tellings.stream()
                .filter(telling -> !telling.ofSome() || wholes.stream()
                        .noneMatch(whole -> whole.comparedHigh() >= telling.claimed().comparedLow()))
                .map(Telling::proven).filter(Objects::nonNull).toList();
        // 'Up to 60' says nothing against 'scores'.
        Range low = spanOf(proven.stream().filter(range -> !range.openLow()
                || proven.stream().noneMatch(other -> !other.openLow() && other.agreesWith(range))).toList());
        Range high = spanOf(tellings.stream().map(Telling::claimed).toList());
        return new Range(low == null ? 0 : low.low(), high.high(), low != null && low.openLow(), high.openHigh(),
                high.approximate());
    }

    /** From the lowest to the highest; an open figure that agrees with a closed one says nothing of its own. */
    static Range spanOf(Collection<Range> ranges) {
        Range span = null;
        for (Range range : ranges) {
            boolean yields = !range.closed()
                    && ranges.stream().anyMatch(other -> other.closed() && other.agreesWith(range));
            if (!yields) {
                span = span == null ? range : span.span(range);
            }
        }
        return span;
    }

    private List<Telling> tellings(int day) {
        Map<Object, List<Statement>> groups = label == null ? new LinkedHashMap<>() : new TreeMap<>();
        for (Statement statement : statements) {
            Object key = label == null ? statement.claimant : statement.telling == null ? "" : statement.telling;
            groups.computeIfAbsent(key, same -> new ArrayList<>(2)).add(statement);
        }
        List<Telling> tellings = new ArrayList<>(groups.size());
        for (List<Statement> group : groups.values()) {
            List<Statement> proving = group.stream().filter(statement -> statement.proves(day)).toList();
            boolean ofSome = label == null && group.stream()
                    .allMatch(statement -> statement.namesAPart() && !statement.isPartOfAStatedWhole());
            tellings.add(new Telling(proving.isEmpty() ? null : told(proving), told(group), ofSome,
                    label == null && isRounded(group)));
        }
        return tellings;
    }

    /** Whether a neutral source gives an 'about' and nothing else. */
    static boolean isRounded(List<Statement> group) {
        return group.stream().allMatch(statement -> !statement.claimant.side.isParty() && statement.range.closed()
                && statement.range.approximate());
    }

    private Range told(List<Statement> group) {
        if (label != null) {
            return group.stream().map(statement -> statement.range).reduce(Range::plus).orElseThrow();
        }
        return group.stream().allMatch(Statement::namesAPart) ? ofParts(group) : spanOf(exactRatherThanRounded(group));
    }

    /** What one claimant says exactly stands for its own roundings of it: 'about 80', then 82, are 82. */
    private static List<Range> exactRatherThanRounded(List<Statement> group) {
        List<Range> all = ranges(group);
        List<Range> exact = all.stream().filter(Range::exact).toList();
        return all.stream().filter(range -> range.exact() || exact.stream().noneMatch(range::agreesWith)).toList();
    }

    private static List<Range> ranges(List<Statement> group) {
        return group.stream().map(statement -> statement.range).toList();
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
        Set<Part> parts = new HashSet<>();
        boolean complete = false;
        long sum = 0;
        for (Statement statement : group) {
            Part first = group.get(0).part;
            boolean oneKind = (statement.part.category() == null) == (first.category() == null)
                    && (statement.part.place() == null) == (first.place() == null);
            if (!oneKind || !statement.range.exact() || statement.part.outOf() == null
                    || !statement.part.outOf().equals(first.outOf()) || !parts.add(statement.partName())) {
                return false;
            }
            sum += statement.range.low();
            complete |= statement.part.complete();
        }
        return group.size() > 1 && (complete || isNearlyAll(sum, group.get(0).part.outOf()));
    }

    /** Parts that are all of a whole are that whole. Parts without a whole: different places add up; categories may overlap, so that the largest is all that is certain. */
    static Range ofParts(List<Statement> group) {
        Map<Part, List<Range>> byPart = new LinkedHashMap<>();
        Set<String> places = new HashSet<>();
        for (Statement statement : group) {
            places.add(statement.part.place());
            byPart.computeIfAbsent(statement.partName(),
                    part -> new ArrayList<>(1)).add(statement.range);
        }
        if (areAllOfTheirWhole(group)) {
            return Range.exactly(group.get(0).part.outOf());
        }
        List<Range> parts = byPart.values().stream().map(Release::spanOf).toList();
        Range sum = parts.stream().reduce(Range::plus).orElseThrow();
        if (places.size() == parts.size()) {
            return sum;
        }
        long largest = parts.stream().mapToLong(Range::low).max().orElseThrow();
        return new Range(largest, sum.high(), sum.openLow(), sum.openHigh(), sum.approximate());
    }
}
