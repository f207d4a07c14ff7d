package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Batches grouped into releases, and how many people they prove without counting anyone twice.
 *
 * <p>
 * Batches of the same days are one release. Releases whose days overlap may be the same people, told in parts or
 * whole (31 and then 52, or 83 in two days), so that of those only a set in which no two overlap is added up: the set
 * that proves the most.
 */
final class Releases {

    /** One release: batches of the same days, or what an editor has put together. */
    static final class Release {
        final List<Statement> statements = new ArrayList<>(2);
        private final String label;
        private int since;
        private int last;
        private long low = -1;
        private long high = -1;
        private List<String> ids;
        private int reports;

        Release(String label) {
            this.label = label;
        }

        void add(Statement statement) {
            since = statements.isEmpty() ? statement.since : Math.min(since, statement.since);
            last = statements.isEmpty() ? statement.last : Math.max(last, statement.last);
            statements.add(statement);
            reports += statement.reports.size();
            low = -1;
            high = -1;
            ids = null;
        }

        /** Takes a statement out again, and says whether it was in. */
        boolean remove(Statement statement) {
            if (!statements.remove(statement)) {
                return false;
            }
            List<Statement> rest = List.copyOf(statements);
            statements.clear();
            reports = 0;
            rest.forEach(this::add);
            low = -1;
            high = -1;
            ids = null;
            return true;
        }

        int since() {
            return since;
        }

        int last() {
            return last;
        }

        /** How many reports tell of it. */
        int reports() {
            return reports;
        }

        /** The ids of the reports that tell of it, the least first. */
        List<String> ids() {
            if (ids == null) {
                ids = statements.size() == 1 ? statements.get(0).ids() : Statement.ids(statements);
            }
            return ids;
        }

        /** The least that any telling of it supports; a telling without a number supports none. */
        long low() {
            if (low < 0) {
                low = leastTold();
            }
            return low;
        }

        private long leastTold() {
            long least = Long.MAX_VALUE;
            if (label == null) {
                for (Statement statement : statements) {
                    if (statement.proven() >= 0) {
                        least = Math.min(least, statement.proven());
                    }
                }
            } else {
                for (long[] telling : tellings().values()) {
                    least = Math.min(least, telling[0]);
                }
            }
            return least == Long.MAX_VALUE ? 0 : least;
        }

        /** The most that any telling of it claims. */
        long high() {
            if (high < 0) {
                high = mostTold();
            }
            return high;
        }

        private long mostTold() {
            long most = 0;
            if (label == null) {
                for (Statement statement : statements) {
                    most = Math.max(most, statement.high);
                }
            } else {
                for (long[] telling : tellings().values()) {
                    most = Math.max(most, telling[1]);
                }
            }
            return most;
        }

        /** Tellings are alternatives; the parts of one telling add up. */
        private Map<String, long[]> tellings() {
            Map<String, long[]> tellings = new TreeMap<>();
            for (Statement statement : statements) {
                long[] sum = tellings.computeIfAbsent(statement.telling == null ? "" : statement.telling,
                        key -> new long[2]);
                sum[0] += Math.max(0, statement.proven());
                sum[1] = plus(sum[1], statement.high);
            }
            return tellings;
        }

        boolean approximate() {
            for (Statement statement : statements) {
                if (statement.approximate()) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Days(int since, int last) {
    }

    private static final Comparator<Release> BY_END = Comparator.comparingInt(Release::last)
            .thenComparingInt(Release::since).thenComparing(release -> release.label == null ? "" : release.label);

    private final boolean additive;
    /** Those that no editor has touched, by their last and then by their first day: no two have both the same. */
    private final List<Release> ungrouped = new ArrayList<>(2);
    private Map<String, Release> grouped = Map.of();
    /** All together where there are groups, or null where that has yet to be found out. */
    private List<Release> sorted;
    private Sum low;
    private long high = -1;

    /**
     * @param additive whether releases of different days are different people; announcements may repeat each other
     */
    Releases(boolean additive) {
        this.additive = additive;
    }

    void add(Statement statement) {
        if (statement.release != null) {
            if (grouped.isEmpty()) {
                grouped = new HashMap<>();
            }
            grouped.computeIfAbsent(statement.release, Release::new).add(statement);
        } else {
            int at = find(statement.since, statement.last);
            if (at < 0) {
                at = -at - 1;
                ungrouped.add(at, new Release(null));
            }
            ungrouped.get(at).add(statement);
        }
        changed();
    }

    private void changed() {
        sorted = null;
        low = null;
        high = -1;
    }

    /** Where the release of these days is, or (-place - 1) where it would be. Days come in their order, or nearly. */
    private int find(int since, int last) {
        int from = 0;
        int to = ungrouped.size();
        if (to > 0 && compare(ungrouped.get(to - 1), since, last) < 0) {
            return -to - 1;
        }
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = compare(ungrouped.get(middle), since, last);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return -from - 1;
    }

    private static int compare(Release release, int since, int last) {
        return release.last != last ? Integer.compare(release.last, last) : Integer.compare(release.since, since);
    }

    /** Takes a batch out again, and says whether it was in. */
    boolean remove(Statement statement) {
        boolean in = statement.release != null ? removeGrouped(statement) : removeUngrouped(statement);
        if (in) {
            changed();
        }
        return in;
    }

    private boolean removeGrouped(Statement statement) {
        Release release = grouped.get(statement.release);
        boolean in = release != null && release.remove(statement);
        if (in && release.statements.isEmpty()) {
            grouped.remove(statement.release);
        }
        return in;
    }

    private boolean removeUngrouped(Statement statement) {
        int at = find(statement.since, statement.last);
        boolean in = at >= 0 && ungrouped.get(at).remove(statement);
        if (in && ungrouped.get(at).statements.isEmpty()) {
            ungrouped.remove(at);
        }
        return in;
    }

    /** Every batch. */
    void forEach(Consumer<Statement> action) {
        ungrouped.forEach(release -> release.statements.forEach(action));
        grouped.values().forEach(release -> release.statements.forEach(action));
    }

    boolean isEmpty() {
        return ungrouped.isEmpty() && grouped.isEmpty();
    }

    /** All of them, by their last and then by their first day. */
    List<Release> sorted() {
        if (grouped.isEmpty()) {
            return ungrouped;
        }
        if (sorted == null) {
            sorted = all();
            sorted.sort(BY_END);
        }
        return sorted;
    }

    /** A group of one has nothing to be grouped with: it is told of as if no editor had touched it. */
    private List<Release> all() {
        List<Release> all = new ArrayList<>();
        Map<Days, Release> byDays = new HashMap<>();
        ungrouped.forEach(release -> byDays.put(new Days(release.since, release.last), release));
        for (Release group : grouped.values()) {
            if (group.statements.size() > 1) {
                all.add(group);
            } else {
                Release joined = new Release(null);
                Release same = byDays.put(new Days(group.since, group.last), joined);
                joined.add(group.statements.get(0));
                if (same != null) {
                    same.statements.forEach(joined::add);
                }
            }
        }
        all.addAll(byDays.values());
        return all;
    }

    int last() {
        List<Release> all = sorted();
        return all.isEmpty() ? Integer.MIN_VALUE : all.get(all.size() - 1).last;
    }

    /** At least so many, by the batches. */
    long low() {
        return isEmpty() ? 0 : lowSum().total;
    }

    /** At most so many, if these were all. */
    long high() {
        if (isEmpty()) {
            return 0;
        }
        if (high < 0) {
            List<Release> all = sorted();
            high = additive ? totals(all, false, new int[all.size()])[all.size()] : sum(all, false).total;
        }
        return high;
    }

    /** The releases that make up the least. */
    List<Release> chosen() {
        return isEmpty() ? List.of() : lowSum().chosen;
    }

    private Sum lowSum() {
        if (low == null) {
            low = sum(sorted(), true);
        }
        return low;
    }

    /** The releases that began after one day and were over by another. */
    List<Release> between(int after, int by) {
        List<Release> all = sorted();
        List<Release> within = new ArrayList<>();
        for (int i = endingBy(all, after); i < all.size() && all.get(i).last <= by; i++) {
            if (all.get(i).since > after) {
                within.add(all.get(i));
            }
        }
        return within;
    }

    /** How many of the releases were over by a day. */
    private static int endingBy(List<Release> all, int day) {
        int from = 0;
        int to = all.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (all.get(middle).last <= day) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** What releases add up to, from any day on and up to one day after the other. */
    Growing growing() {
        return new Growing(sorted());
    }

    /**
     * The releases after a day, added up as far as has been asked for: whoever asks for later and later days asks for one
     * pass over them.
     */
    static final class Growing {
        private final List<Release> all;
        private int after;
        private int next;
        private int n;
        private Release[] within = new Release[8];
        private int[] ends = new int[8];
        private long[] least = new long[9];
        private long[] most = new long[9];
        private int[] reports = new int[9];

        private Growing(List<Release> all) {
            this.all = all;
        }

        /** Begins anew with those that began after a day. */
        void startAfter(int day) {
            after = day;
            next = endingBy(all, day);
            n = 0;
        }

        /** Takes in the releases that were over by a day, which is no earlier than the one before. */
        void upTo(int by) {
            for (; next < all.size() && all.get(next).last <= by; next++) {
                Release release = all.get(next);
                if (release.since > after) {
                    take(release);
                }
            }
        }

        private void take(Release release) {
            if (n == ends.length) {
                within = Arrays.copyOf(within, n * 2);
                ends = Arrays.copyOf(ends, n * 2);
                least = Arrays.copyOf(least, n * 2 + 1);
                most = Arrays.copyOf(most, n * 2 + 1);
                reports = Arrays.copyOf(reports, n * 2 + 1);
            }
            within[n] = release;
            ends[n] = release.last;
            int before = n == 0 || ends[n - 1] < release.since ? n : endingBefore(ends, n, release.since);
            least[n + 1] = Math.max(least[n], least[before] + release.low());
            most[n + 1] = Math.max(most[n], plus(most[before], release.high()));
            reports[n + 1] = reports[n] + release.reports;
            n++;
        }

        boolean isEmpty() {
            return n == 0;
        }

        /** At least so many. */
        long least() {
            return least[n];
        }

        /** At most so many. */
        long most() {
            return most[n];
        }

        /** How many reports tell of them. */
        int reports() {
            return reports[n];
        }

        /** Adds the ids of their reports as far as there is room, from the oldest release on. */
        void addIds(Conflicts.Ids ids) {
            for (int i = 0; i < n && !ids.full(); i++) {
                if (within[i].reports == 1) {
                    ids.add(within[i].statements.get(0).reports.get(0).id());
                } else {
                    ids.addAll(within[i].ids());
                }
            }
        }
    }

    /** At most how many were freed in the releases that began on a day or later, for any day. */
    Later later() {
        return new Later(sorted());
    }

    /** The releases from the newest start on, added up once for all days. */
    static final class Later {
        private final int[] starts;
        private final long[] most;

        private Later(List<Release> all) {
            Release[] newestFirst = all.toArray(Release[]::new);
            Arrays.sort(newestFirst, Comparator.comparingInt((Release release) -> -release.since));
            starts = new int[newestFirst.length];
            most = new long[newestFirst.length + 1];
            for (int i = 0; i < newestFirst.length; i++) {
                Release release = newestFirst[i];
                starts[i] = -release.since;
                int after = i == 0 || starts[i - 1] < -release.last ? i : endingBefore(starts, i, -release.last);
                most[i + 1] = Math.max(most[i], plus(most[after], release.high()));
            }
        }

        long since(int day) {
            return most[endingBefore(starts, starts.length, -day + 1)];
        }
    }

    /** What a part of the releases adds up to. */
    Sum sum(List<Release> part, boolean least) {
        int n = part.size();
        if (!additive) {
            Release greatest = null;
            long most = 0;
            for (Release release : part) {
                long weight = least ? release.low() : release.high();
                if (greatest == null || weight > most) {
                    greatest = release;
                    most = weight;
                }
            }
            return new Sum(most, greatest == null ? List.of() : List.of(greatest));
        }
        int[] before = new int[n];
        long[] best = totals(part, least, before);
        List<Release> chosen = new ArrayList<>();
        for (int i = n; i > 0;) {
            if (best[i] == best[i - 1]) {
                i--;
            } else {
                chosen.add(part.get(i - 1));
                i = before[i - 1];
            }
        }
        return new Sum(best[n], chosen);
    }

    /** The most that the first so many add up to, with how many end before each. */
    private static long[] totals(List<Release> part, boolean least, int[] before) {
        int n = part.size();
        int[] ends = new int[n];
        long[] best = new long[n + 1];
        for (int i = 0; i < n; i++) {
            Release release = part.get(i);
            ends[i] = release.last;
            before[i] = i > 0 && ends[i - 1] < release.since ? i : endingBefore(ends, i, release.since);
            long with = plus(best[before[i]], least ? release.low() : release.high());
            best[i + 1] = Math.max(best[i], with);
        }
        return best;
    }

    /** How many of the first n ends lie before a day. */
    private static int endingBefore(int[] ends, int n, int day) {
        int from = 0;
        int to = n;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ends[middle] < day) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    static long plus(long a, long b) {
        return a == Quantity.OPEN || b == Quantity.OPEN ? Quantity.OPEN : a + b;
    }

    static List<Statement> statementsOf(Collection<Release> releases) {
        List<Statement> all = new ArrayList<>();
        for (Release release : releases) {
            all.addAll(release.statements);
        }
        return all;
    }

    /** A sum and what it adds up. */
    record Sum(long total, List<Release> chosen) {
    }
}
