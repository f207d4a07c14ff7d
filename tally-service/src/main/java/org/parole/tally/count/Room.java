package org.parole.tally.count;

import java.util.List;

/** How many of two releases the running totals around them have room for. */
final class Room {

    /** How many claimants' totals are looked at. */
    private static final int LOOKED_AT = 200;

    private final List<List<Statement>> totals;
    /** The last days of the releases, and what the first so many come to, at the least and at the most. */
    private final int[] ends;
    private final double[] least;
    private final double[] most;

    /** @param totals each claimant's running totals, by date */
    Room(List<Release> releases, List<List<Statement>> totals) {
        this.totals = totals.subList(0, Math.min(LOOKED_AT, totals.size()));
        ends = releases.stream().mapToInt(release -> release.last).toArray();
        least = new double[ends.length + 1];
        most = new double[ends.length + 1];
        for (int i = 0; i < ends.length; i++) {
            least[i + 1] = least[i] + releases.get(i).worth.comparedLow();
            most[i + 1] = most[i] + releases.get(i).worth.comparedHigh();
        }
    }

    /**
     * Whether there is room for one of two releases only.
     *
     * @return false where a total needs both, null where none decides
     */
    Boolean forOneOnly(Release one, Release other) {
        Boolean byClosed = forOneOnly(one, other, false);
        return byClosed != null ? byClosed : forOneOnly(one, other, true);
    }

    /** @param open whether totals that are open above are looked at: they need both less surely than closed ones have no room */
    private Boolean forOneOnly(Release one, Release other, boolean open) {
        Boolean found = null;
        for (List<Statement> own : totals) {
            Boolean forOne = between(one, other, own, open);
            if (Boolean.FALSE.equals(forOne)) {
                return forOne;
            }
            found = forOne == null ? found : forOne;
        }
        return found;
    }

    /** Looks at the rise of one claimant's totals that the later release is a part of. */
    private Boolean between(Release one, Release other, List<Statement> own, boolean open) {
        int firstAfter = endingBefore(own, other.since);
        Statement before = firstAfter == 0 ? null : own.get(firstAfter - 1);
        int i = endingBefore(own, other.last);
        while (i < own.size() && own.get(i).days.first() < other.last) {
            i++;
        }
        if (i == own.size() || own.get(i).range.openHigh() != open) {
            return null;
        }
        Statement after = own.get(i);
        int from = before == null ? Integer.MIN_VALUE : before.days.last();
        double rise = after.range.comparedHigh() - (before == null ? 0 : before.range.comparedLow());
        double leastRise = after.range.comparedLow() - (before == null ? 0 : before.range.comparedHigh());
        boolean bothWithin = one.last > from;
        int known = endingBy(from);
        int now = endingBy(after.days.last());
        double least = this.least[now] - this.least[known] - other.worth.comparedLow();
        double most = this.most[now] - this.most[known] - other.worth.comparedHigh();
        if (bothWithin) {
            most += Math.max(0, other.worth.comparedHigh() - one.worth.comparedHigh());
        }
        boolean forBoth = least + other.worth.comparedLow() <= rise;
        if (forBoth) {
            // Not every release is on record: a rise that none but both can fill needs both only where it has room for them.
            return most < leastRise ? Boolean.FALSE : null;
        }
        return least <= rise ? Boolean.TRUE : null;
    }

    /** How many of the first totals are of days before one. */
    private static int endingBefore(List<Statement> byDate, int day) {
        return BinarySearch.countFirst(byDate.size(), i -> byDate.get(i).days.last() < day);
    }

    /** How many releases were over by a day. */
    private int endingBy(int day) {
        return BinarySearch.countFirst(ends.length, i -> ends[i] <= day);
    }
}
