package org.parole.tally.count;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * What the releases that began after one day add up to, by any later day. They are added up once for all totals after that
 * day, and as far as anybody asks.
 */
final class Spans {

    private final List<Release> all;
    private final Map<Release, SameRelease> oneOf;
    private final int after;
    /** The first of all releases that has not been looked at. */
    private int next;
    private final List<Step> steps = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();

    /**
     * What the releases that were over by a day come to.
     *
     * @param end the day, on which at least one of them ended
     * @param statementCount how many statements tell of them
     * @param reportCount how many reports do
     */
    private record Step(int end, long least, long most, boolean open, boolean approximate, int statementCount,
            int reportCount) {

        static final Step NONE = new Step(Integer.MIN_VALUE, 0, 0, false, false, 0, 0);
    }

    /**
     * @param all all releases, by their last days
     * @param oneOf those that may be, or are, one told with several dates: only the last of them counts for the least
     */
    Spans(List<Release> all, Map<Release, SameRelease> oneOf, int after) {
        this.all = all;
        this.oneOf = oneOf;
        this.after = after;
        while (next < all.size() && all.get(next).last <= after) {
            next++;
        }
    }

    private void add(Release release) {
        SameRelease group = oneOf.get(release);
        Step last = step(steps.size());
        Step before = step(endingBefore(release.since));
        Step beforeAll = group == null || group.since() >= release.since ? before : step(endingBefore(group.since()));
        statements.addAll(release.statements);
        long least = beforeAll.least + (group == null ? release.worth.low() : group.worth().low());
        long most = (group != null && group.decided() ? beforeAll : before).most + release.worth.high();
        if (last.end == release.last) {
            steps.remove(steps.size() - 1);
        }
        steps.add(new Step(release.last, Math.max(last.least, least), Math.max(last.most, most),
                last.open || release.worth.openHigh(), last.approximate || release.worth.approximate(),
                statements.size(), last.reportCount + Statement.reportCount(release.statements)));
    }

    private Step step(int count) {
        return count == 0 ? Step.NONE : steps.get(count - 1);
    }

    /** How many of the steps end before a day. */
    private int endingBefore(int day) {
        return BinarySearch.countFirst(steps.size(), i -> steps.get(i).end < day);
    }

    /** What those that were over by a day come to, with their statements from the oldest on. */
    Batches.Sum upTo(int day) {
        for (; next < all.size() && all.get(next).last <= day; next++) {
            if (all.get(next).since > after) {
                add(all.get(next));
            }
        }
        Step last = step(endingBefore(day + 1));
        return last == Step.NONE
                ? Batches.Sum.NONE
                : new Batches.Sum(new Range(last.least, last.most, false, last.open, last.approximate),
                        new First<>(statements, last.statementCount), last.reportCount);
    }

    /** The first elements of a list that only grows: a copy for each of many totals would cost their product. */
    private static final class First<T> extends AbstractList<T> implements RandomAccess {

        private final List<T> all;
        private final int size;

        First(List<T> all, int size) {
            this.all = all;
            this.size = size;
        }

        @Override
        public T get(int index) {
            return all.get(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
