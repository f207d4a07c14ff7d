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
import java.util.stream.Collectors;

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
    private Set<String> tellers;
    private Set<Claimant> inOwnWords;
    private Set<String> places;

    /**
     * What one claimant tells of it, or one of an editor's tellings.
     *
     * @param proven null where it proves nothing
     * @param rounded whether it is a neutral source's 'about', which says nothing beside an exact number that it agrees with
     */
    private record Telling(Range proven, Range claimed, boolean rounded) {

        boolean isRoundingOf(Telling other) {
            return other.proven != null && other.proven.exact() && other.proven.agreesWith(claimed);
        }
    }

    /** The batches, which are not empty and have numbers, as they stand at a day. */
    Release(String label, List<Statement> statements, int day) {
        this.label = label;
        this.statements = statements;
        int since = Integer.MAX_VALUE;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Statement statement : statements) {
            since = Math.min(since, statement.days.since());
            first = Math.min(first, statement.days.first());
            last = Math.max(last, statement.days.last());
        }
        this.since = since;
        this.first = first;
        this.last = last;
        worth = statements.size() == 1 ? alone(statements.get(0), day) : together(day);
    }

    Days days() {
        return new Days(since, Math.max(since, first), last);
    }

    /** Who tells of it, as names are compared: the outlets, or the claimant of what no outlet is named for. */
    Set<String> tellers() {
        if (tellers == null) {
            Set<String> all = new HashSet<>();
            statements.forEach(statement -> all.addAll(statement.tellers()));
            tellers = all;
        }
        return tellers;
    }

    /** The claimants who tell of it in their own words. */
    Set<Claimant> inOwnWords() {
        if (inOwnWords == null) {
            inOwnWords = statements.stream().filter(statement -> statement.ownWords)
                    .map(statement -> statement.claimant).collect(Collectors.toSet());
        }
        return inOwnWords;
    }

    /** Its places, or none where somebody tells of it without one. */
    Set<String> places() {
        if (places == null) {
            boolean everywhere = statements.stream().anyMatch(statement -> statement.part.place() == null);
            places = everywhere
                    ? Set.of()
                    : statements.stream().map(statement -> statement.part.place()).collect(Collectors.toSet());
        }
        return places;
    }

    private static Range alone(Statement statement, int day) {
        Range range = statement.range;
        return statement.proves(day)
                ? range
                : new Range(0, range.high(), false, range.openHigh(), range.approximate());
    }

    /** What is told of everybody, and the parts that are not all of that: a part says nothing beside a whole that has room for it. */
    private Range together(int day) {
        Set<Statement> parts = label == null ? Parts.without(statements) : Set.of();
        List<Statement> wholes = statements.stream().filter(statement -> !parts.contains(statement)).toList();
        List<Telling> all = tellings(wholes, day);
        if (!parts.isEmpty()) {
            Range claimed = Parts.worth(parts);
            List<Statement> proving = parts.stream().filter(statement -> statement.proves(day)).toList();
            if (all.stream().noneMatch(whole -> hasRoom(whole.claimed(), claimed))) {
                all.add(new Telling(proving.isEmpty() ? null : Parts.worth(proving), claimed, false));
            } else if (!proving.isEmpty() && all.stream()
                    .noneMatch(whole -> whole.proven() != null && hasRoom(whole.proven(), claimed))) {
                // The whole is in doubt: the parts prove what they say, and claim no more than it does.
                all.add(new Telling(Parts.worth(proving), Range.exactly(Parts.worth(proving).low()), false));
            }
        }
        return span(all);
    }

    private static boolean hasRoom(Range whole, Range parts) {
        return whole.comparedHigh() >= parts.comparedLow();
    }

    private static Range span(List<Telling> all) {
        List<Telling> tellings = all.stream()
                .filter(telling -> !telling.rounded() || all.stream().noneMatch(telling::isRoundingOf)).toList();
        List<Range> proven = tellings.stream().map(Telling::proven).filter(Objects::nonNull).toList();
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

    private List<Telling> tellings(List<Statement> wholes, int day) {
        Map<Object, List<Statement>> groups = label == null ? new LinkedHashMap<>() : new TreeMap<>();
        for (Statement statement : wholes) {
            Object key = label == null ? statement.claimant : statement.telling == null ? "" : statement.telling;
            groups.computeIfAbsent(key, same -> new ArrayList<>(2)).add(statement);
        }
        List<Telling> tellings = new ArrayList<>(groups.size());
        for (List<Statement> group : groups.values()) {
            if (group.size() == 1) {
                Statement only = group.get(0);
                tellings.add(new Telling(only.proves(day) ? only.range : null, only.range,
                        label == null && isRounded(group)));
                continue;
            }
            List<Statement> proving = group.stream().filter(statement -> statement.proves(day)).toList();
            tellings.add(new Telling(proving.isEmpty() ? null : told(proving), told(group),
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
        return group.stream().allMatch(Statement::namesAPart)
                ? Parts.worth(group)
                : spanOf(exactRatherThanRounded(group));
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
}
