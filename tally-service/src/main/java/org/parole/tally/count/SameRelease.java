package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Releases of nearly equal numbers, told of by different outlets at most three days apart: one release told with two dates,
 * or releases alike by chance.
 *
 * @param releases the releases, by their last days
 * @param decided whether a running total has room for one only
 */
record SameRelease(List<Release> releases, boolean decided) {

    /** How many days one release told with two dates can lie apart. */
    private static final int DAYS_APART = 3;
    /** How far nearly equal numbers may be apart, as a part of the larger. */
    private static final double NEARLY = 0.1;

    int since() {
        return releases.stream().mapToInt(release -> release.since).min().orElseThrow();
    }

    int last() {
        return releases.stream().mapToInt(release -> release.last).max().orElseThrow();
    }

    /** Each release with those that it may be, or is, one of. */
    static Map<Release, SameRelease> byRelease(List<SameRelease> same) {
        Map<Release, SameRelease> oneOf = new IdentityHashMap<>();
        same.forEach(one -> one.releases().forEach(release -> oneOf.put(release, one)));
        return oneOf;
    }

    /** As one release. */
    Range worth() {
        return releases.stream().map(release -> release.worth).reduce(Range::span).orElseThrow();
    }

    /**
     * Finds them. They are two where one outlet or the claimant itself tells of both, or where a running total needs both.
     *
     * @param totals each claimant's running totals, by date
     */
    static List<SameRelease> find(List<Release> releases, List<List<Statement>> totals) {
        List<SameRelease> found = new ArrayList<>();
        Set<Release> taken = new HashSet<>();
        Room room = null;
        for (int i = 0; i < releases.size(); i++) {
            Release one = releases.get(i);
            List<Release> same = new ArrayList<>(List.of(one));
            boolean decided = true;
            for (int j = i + 1; j < releases.size() && !taken.contains(one)
                    && releases.get(j).last <= one.last + 2 * DAYS_APART; j++) {
                Release other = releases.get(j);
                if (!taken.contains(other) && same.stream().allMatch(each -> mayBeOne(each, other))) {
                    room = room == null ? new Room(releases, totals) : room;
                    Boolean forOne = room.forOneOnly(one, other);
                    if (!Boolean.FALSE.equals(forOne)) {
                        same.add(other);
                        decided &= forOne != null;
                    }
                }
            }
            if (same.size() > 1) {
                taken.addAll(same);
                found.add(new SameRelease(List.copyOf(same), decided));
            }
        }
        return found;
    }

    private static boolean mayBeOne(Release one, Release other) {
        int apart = Math.max(other.since - one.last, one.since - other.last);
        long more = Math.max(one.worth.high(), other.worth.high());
        return apart > 0 && apart <= DAYS_APART && ofFewDays(one) && ofFewDays(other) && one.label == null
                && other.label == null && more > 0
                && Math.abs(one.worth.high() - other.worth.high()) <= more * NEARLY
                && Math.abs(one.worth.low() - other.worth.low()) <= more * NEARLY
                && Collections.disjoint(one.tellers(), other.tellers())
                && Collections.disjoint(one.inOwnWords(), other.inOwnWords()) && !ofDifferentPlaces(one, other);
    }

    /** Releases of different places are different people, on whatever days. */
    private static boolean ofDifferentPlaces(Release one, Release other) {
        return !one.places().isEmpty() && !other.places().isEmpty()
                && Collections.disjoint(one.places(), other.places());
    }

    /** A release of some time in May is told of without a date that could differ. */
    private static boolean ofFewDays(Release release) {
        return release.last - release.since < DAYS_APART;
    }
}
