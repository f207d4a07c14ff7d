package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the releases that began after one day add up to, by any later day: added up once for all totals after that day. */
final class Spans {

    private final List<Release> releases;
    /** The ends of the releases, and what the first so many come to. */
    private final int[] ends;
    private final long[] least;
    private final long[] most;

    /**
     * @param all all releases, by their last days
     * @param same those that may be, or are, one told with several dates: only the last of them counts for the least
     */
    Spans(List<Release> all, List<SameRelease> same, int after) {
        releases = all.stream().filter(release -> release.since > after).toList();
        ends = releases.stream().mapToInt(release -> release.last).toArray();
        least = new long[ends.length + 1];
        most = new long[ends.length + 1];
        for (int i = 0; i < ends.length; i++) {
            Release release = releases.get(i);
            SameRelease told = same.stream().filter(one -> one.releases().contains(release)).findFirst().orElse(null);
            int before = endingBefore(release.since);
            int beforeAll = told == null ? before : endingBefore(told.since());
            least[i + 1] = Math.max(least[i], least[Math.min(before, beforeAll)]
                    + (told == null ? release.worth.low() : told.worth().low()));
            most[i + 1] = Math.max(most[i], most[told != null && told.decided() ? Math.min(before, beforeAll) : before]
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

    /** What those that were over by a day come to, with the reports of the oldest of them. */
    Batches.Sum upTo(int day) {
        int n = endingBefore(day + 1);
        if (n == 0) {
            return Batches.Sum.NONE;
        }
        boolean open = false;
        boolean approximate = false;
        List<Statement> first = new ArrayList<>();
        int reports = 0;
        for (int i = 0; i < n; i++) {
            Release release = releases.get(i);
            open |= release.worth.openHigh();
            approximate |= release.worth.approximate();
            reports += release.statements.stream().mapToInt(statement -> statement.reports.size()).sum();
            first.addAll(release.statements);
        }
        return new Batches.Sum(new Range(least[n], most[n], false, open, approximate), first);
    }
}
