package org.parole.tally.count;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many of two releases the running totals around them have room for. */
final class Room {

    /** How many claimants' totals are looked at. */
    private static final int LOOKED_AT = 200;

    private final List<List<Statement>> totals;
    /** What all releases that were over by a day come to, at the least and at the most. */
    private final NavigableMap<Integer, double[]> upTo = new TreeMap<>();

    /** @param totals each claimant's running totals, by date */
    Room(List<Release> releases, List<List<Statement>> totals) {
        this.totals = totals.subList(0, Math.min(LOOKED_AT, totals.size()));
        double least = 0;
        double most = 0;
        for (Release release : releases) {
            least += release.worth.comparedLow();
            most += release.worth.comparedHigh();
            upTo.put(release.last, new double[]{least, most});
        }
    }

    /**
     * Whether there is room for one of two releases only.
     *
     * @return false where a total needs both, null where none decides
     */
    Boolean forOneOnly(Release one, Release other) {
        Boolean found = null;
        for (List<Statement> own : totals) {
            Boolean forOne = between(one, other, own);
            if (Boolean.FALSE.equals(forOne)) {
                return forOne;
            }
            found = forOne == null ? found : forOne;
        }
        return found;
    }

    /** Looks at the rise of one claimant's totals that the later release is a part of. */
    private Boolean between(Release one, Release other, List<Statement> own) {
        Statement before = null;
        Statement after = null;
        for (Statement total : own) {
            if (total.days.last() < other.since) {
                before = total;
            } else if (after == null && total.days.first() >= other.last) {
                after = total;
            }
        }
        if (after == null) {
            return null;
        }
        int from = before == null ? Integer.MIN_VALUE : before.days.last();
        double rise = after.range.comparedHigh() - (before == null ? 0 : before.range.comparedLow());
        double leastRise = after.range.comparedLow() - (before == null ? 0 : before.range.comparedHigh());
        boolean bothWithin = one.last > from;
        double least = upTo(after.days.last(), 0) - upTo(from, 0) - other.worth.comparedLow();
        double most = upTo(after.days.last(), 1) - upTo(from, 1) - other.worth.comparedHigh();
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

    private double upTo(int day, int end) {
        Map.Entry<Integer, double[]> entry = upTo.floorEntry(day);
        return entry == null ? 0 : entry.getValue()[end];
    }
}
