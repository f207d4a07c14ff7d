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

    /** What one claimant tells of it, or one of an editor's tellings: null where it proves nothing. */
    private record Telling(Range proven, Range claimed) {
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

    private static Range together(List<Telling> tellings) {
        Range low = spanOf(tellings.stream().map(Telling::proven).filter(Objects::nonNull).toList());
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
            tellings.add(new Telling(proving.isEmpty() ? null : told(proving), told(group)));
        }
        return tellings;
    }

    private Range told(List<Statement> group) {
        if (label != null) {
            return group.stream().map(statement -> statement.range).reduce(Range::plus).orElseThrow();
        }
        return group.stream().allMatch(Statement::namesAPart) ? ofParts(group) : spanOf(ranges(group));
    }

    private static List<Range> ranges(List<Statement> group) {
        return group.stream().map(statement -> statement.range).toList();
    }

    /** Parts without a whole: different places add up; categories may overlap, so that the largest is all that is certain. */
    static Range ofParts(List<Statement> group) {
        Map<Part, List<Range>> byPart = new LinkedHashMap<>();
        Set<String> places = new HashSet<>();
        for (Statement statement : group) {
            places.add(statement.part.place());
            byPart.computeIfAbsent(statement.partName(),
                    part -> new ArrayList<>(1)).add(statement.range);
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
