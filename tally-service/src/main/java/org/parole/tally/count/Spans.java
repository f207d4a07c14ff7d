package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the releases that began after one day add up to, by any later day: added up once for all totals after that day. */
final class Spans {

    private final List<Release> releases;
    /** The ends of the releases, and what the first so many come to. */
    private final int[] ends;
    private final long[] least;
    private final long[] most;
    private final boolean[] open;
    private final boolean[] approximate;
    private final List<Statement> statements = new ArrayList<>();
    /** How many statements the first so many releases have. */
    private final int[] told;

    /**
     * @param all all releases, by their last days
     * @param same those that may be, or are, one told with several dates: only the last of them counts for the least
     */
    Spans(List<Release> all, List<SameRelease> same, int after) {
        releases = all.stream().filter(release -> release.since > after).toList();
        ends = releases.stream().mapToInt(release -> release.last).toArray();
        least = new long[ends.length + 1];
        most = new long[ends.length + 1];
        open = new boolean[ends.length + 1];
        approximate = new boolean[ends.length + 1];
        told = new int[ends.length + 1];
        Map<Release, SameRelease> oneOf = new IdentityHashMap<>();
        same.forEach(one -> one.releases().forEach(release -> oneOf.put(release, one)));
        for (int i = 0; i < ends.length; i++) {
            Release release = releases.get(i);
            SameRelease group = oneOf.get(release);
            open[i + 1] = open[i] || release.worth.openHigh();
            approximate[i + 1] = approximate[i] || release.worth.approximate();
            statements.addAll(release.statements);
            told[i + 1] = statements.size();
            int before = endingBefore(release.since);
            int beforeAll = group == null ? before : endingBefore(group.since());
            least[i + 1] = Math.max(least[i], least[Math.min(before, beforeAll)]
                    + (group == null ? release.worth.low() : group.worth().low()));
            most[i + 1] = Math.max(most[i],
                    most[group != null && group.decided() ? Math.min(before, beforeAll) : before]
                            + release.worth.high());
        }
    }

    private int endingBefore(int day) {
        int at = Arrays.binarySearch(ends, day);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && ends[at - 1] == day) {
            at--;
        }
        return at;
    }

    /** What those that were over by a day come to, with their statements from the oldest on. */
    Batches.Sum upTo(int day) {
        int n = endingBefore(day + 1);
        return n == 0
                ? Batches.Sum.NONE
                : new Batches.Sum(new Range(least[n], most[n], false, open[n], approximate[n]),
                        statements.subList(0, told[n]));
    }
}
