package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What releases add up to from any day on. Of releases whose days overlap only such a set is added up in which no two do,
 * because they may tell of the same people: the set that proves most.
 */
final class Batches {

    /**
     * A sum of releases.
     *
     * @param range how many, open above where there is any: nobody has said that there were no others
     * @param statements the batches that prove the lower end, or all where none does
     * @param reportCount how many reports tell of these batches
     */
    record Sum(Range range, List<Statement> statements, int reportCount) {

        static final Sum NONE = new Sum(Range.exactly(0), List.of());

        Sum(Range range, List<Statement> statements) {
            this(range, statements, Statement.reportCount(statements));
        }

        boolean isEmpty() {
            return statements.isEmpty();
        }
    }

    private final List<Release> releases;
    private final List<SameRelease> same;
    private final Map<Release, SameRelease> oneOf;
    private final Chain lowest;
    private final Chain highest;
    /** Those arrested again, at the least and at the most; null where nobody tells of any. */
    private final Chain fewestRearrested;
    private final Chain mostRearrested;
    private final boolean additive;
    private final Map<Integer, Sum> sums = new HashMap<>();
    private final Map<Integer, Spans> spans = new HashMap<>();

    /**
     * @param releases by their last days
     * @param same releases of which each list may be, or is, one told with several dates
     * @param rearrested those arrested again, who are taken away
     * @param additive whether releases of different days are different people; announcements may repeat each other
     */
    Batches(List<Release> releases, List<SameRelease> same, List<Release> rearrested, boolean additive) {
        this.releases = releases;
        this.same = same;
        oneOf = SameRelease.byRelease(same);
        this.additive = additive;
        lowest = new Chain(merged(releases, same, false), true, additive);
        highest = same.stream().anyMatch(SameRelease::decided) || !additive
                ? new Chain(merged(releases, same, true), false, additive)
                : new Chain(links(releases), false, true);
        fewestRearrested = rearrested.isEmpty()
                ? null
                : new Chain(merged(rearrested, SameRelease.find(rearrested, List.of()), false), true, true);
        mostRearrested = rearrested.isEmpty() ? null : new Chain(links(rearrested), false, true);
    }

    /** All of them, by their last days. */
    List<Release> releases() {
        return releases;
    }

    /** Releases of which each list may be, or is, one told with several dates. */
    List<SameRelease> same() {
        return same;
    }

    boolean isEmpty() {
        return releases.isEmpty();
    }

    /** All together. */
    Sum all() {
        return since(Integer.MIN_VALUE);
    }

    /** Those that began after a day. */
    Sum since(int day) {
        return sums.computeIfAbsent(day, this::sum);
    }

    /** The least that those come to that began after a day; fewer than none where more were arrested again. */
    long leastSince(int day) {
        return lowest.total(day) - (mostRearrested == null ? 0 : mostRearrested.total(day));
    }

    /** The least that they come to if every report of them is true, disputed ones included. */
    long claimed() {
        return new Chain(merged(releases, same, false), false, additive).total(Integer.MIN_VALUE);
    }

    /** How many were arrested again after one day and by another, by whichever report says the most. */
    long rearrested(int after, int by) {
        return mostRearrested == null ? 0 : mostRearrested.total(after) - mostRearrested.total(by);
    }

    /** All those arrested again, at the least and at the most. */
    Range rearrested() {
        return mostRearrested == null
                ? Range.exactly(0)
                : new Range(fewestRearrested.total(Integer.MIN_VALUE), mostRearrested.total(Integer.MIN_VALUE), false,
                        false, false);
    }

    /** What those that began after one day and were over by another add up to; open above only where one of them is. */
    Sum between(int after, int by) {
        return spans.computeIfAbsent(after, from -> new Spans(releases, oneOf, from)).upTo(by);
    }

    private Sum sum(int after) {
        List<Link> since = lowest.from(after);
        long most = mostRearrested == null ? 0 : mostRearrested.total(after);
        long fewest = fewestRearrested == null ? 0 : fewestRearrested.total(after);
        if (since.isEmpty() && most == 0) {
            return Sum.NONE;
        }
        List<Link> chosen = lowest.chosen(after);
        List<Link> shown = chosen.isEmpty() ? since : chosen;
        List<Statement> statements = new ArrayList<>();
        boolean openLow = false;
        boolean approximate = false;
        for (Link link : shown) {
            statements.addAll(link.statements);
            openLow |= link.worth.openLow();
            approximate |= link.worth.approximate();
        }
        if (most > 0) {
            mostRearrested.chosen(after).forEach(link -> statements.addAll(link.statements));
        }
        boolean open = additive && since.stream().anyMatch(link -> link.worth.high() > 0);
        return new Sum(new Range(lowest.total(after) - most, highest.total(after) - fewest, openLow, open, approximate),
                statements);
    }

    /** Some days and what was released in them. */
    private record Link(int since, int last, Range worth, List<Statement> statements) {
    }

    private static List<Link> links(List<Release> releases) {
        return releases.stream()
                .map(release -> new Link(release.since, release.last, release.worth, release.statements)).toList();
    }

    /** What may be one release is one when the least is counted, and what is one is always one. */
    private static List<Link> merged(List<Release> releases, List<SameRelease> same, boolean decidedOnly) {
        List<Release> alone = new ArrayList<>(releases);
        List<Link> links = new ArrayList<>();
        for (SameRelease one : same) {
            if (one.decided() || !decidedOnly) {
                alone.removeAll(one.releases());
                List<Statement> statements = new ArrayList<>();
                one.releases().forEach(release -> statements.addAll(release.statements));
                links.add(new Link(one.since(), one.last(), one.worth(), statements));
            }
        }
        links.addAll(links(alone));
        return links;
    }

    /** The best sum of links without overlap, for every day from which on to count. */
    private static final class Chain {
        /** The newest beginning first. */
        private final List<Link> links;
        private final boolean least;
        private final boolean additive;
        private final long[] most;

        Chain(List<Link> all, boolean least, boolean additive) {
            this.least = least;
            this.additive = additive;
            links = new ArrayList<>(all);
            links.sort(Comparator.comparingInt(Link::since).reversed().thenComparingInt(Link::last)
                    .thenComparing(link -> link.statements.get(0).id()));
            most = new long[links.size() + 1];
            for (int i = 0; i < links.size(); i++) {
                most[i + 1] = Math.max(most[i], with(i));
            }
        }

        private long with(int i) {
            Link link = links.get(i);
            long its = least ? link.worth.low() : link.worth.high();
            return additive ? its + most[beginningAfter(link.last, i)] : its;
        }

        /** How many of the first links begin after a day. */
        private int beginningAfter(int day, int upTo) {
            return BinarySearch.countFirst(upTo, i -> links.get(i).since > day);
        }

        long total(int after) {
            return most[beginningAfter(after, links.size())];
        }

        List<Link> from(int after) {
            return links.subList(0, beginningAfter(after, links.size()));
        }

        List<Link> chosen(int after) {
            List<Link> chosen = new ArrayList<>();
            int i = beginningAfter(after, links.size());
            while (i > 0) {
                if (most[i] == most[i - 1]) {
                    i--;
                } else {
                    Link link = links.get(i - 1);
                    chosen.add(link);
                    i = additive ? beginningAfter(link.last, i - 1) : 0;
                }
            }
            return chosen;
        }
    }
}
