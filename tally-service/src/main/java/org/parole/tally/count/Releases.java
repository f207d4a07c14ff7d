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

        Release(String label) {
            this.label = label;
        }

        void add(Statement statement) {
            since = statements.isEmpty() ? statement.since : Math.min(since, statement.since);
            last = statements.isEmpty() ? statement.last : Math.max(last, statement.last);
            statements.add(statement);
            low = -1;
            high = -1;
        }

        /** Takes a statement out again, and says whether it was in. */
        boolean remove(Statement statement) {
            if (!statements.remove(statement)) {
                return false;
            }
            List<Statement> rest = List.copyOf(statements);
            statements.clear();
            rest.forEach(this::add);
            low = -1;
            high = -1;
            return true;
        }

        int since() {
            return since;
        }

        int last() {
            return last;
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
    private final Map<Days, Release> ungrouped = new HashMap<>();
    private final Map<String, Release> grouped = new HashMap<>();
    private Release[] sorted;
    private Sum low;
    private Sum high;

    /**
     * @param additive whether releases of different days are different people; announcements may repeat each other
     */
    Releases(boolean additive) {
        this.additive = additive;
    }

    void add(Statement statement) {
        if (statement.release != null) {
            grouped.computeIfAbsent(statement.release, Release::new).add(statement);
        } else {
            Release release = ungrouped.get(new Days(statement.since, statement.last));
            boolean another = release == null;
            if (another) {
                release = new Release(null);
                ungrouped.put(new Days(statement.since, statement.last), release);
            }
            release.add(statement);
            if (another && grouped.isEmpty()) {
                insert(release);
            }
        }
        if (!grouped.isEmpty()) {
            sorted = null;
        }
        low = null;
        high = null;
    }

    /** Takes a batch out again, and says whether it was in. */
    boolean remove(Statement statement) {
        boolean in = statement.release != null
                ? remove(statement, grouped, statement.release)
                : remove(statement, ungrouped, new Days(statement.since, statement.last));
        if (in) {
            sorted = null;
            low = null;
            high = null;
        }
        return in;
    }

    private static <K> boolean remove(Statement statement, Map<K, Release> releases, K key) {
        Release release = releases.get(key);
        boolean in = release != null && release.remove(statement);
        if (in && release.statements.isEmpty()) {
            releases.remove(key);
        }
        return in;
    }

    /** Every batch. */
    void forEach(Consumer<Statement> action) {
        ungrouped.values().forEach(release -> release.statements.forEach(action));
        grouped.values().forEach(release -> release.statements.forEach(action));
    }

    /** Days come in their order, or nearly: the place of a new one is near the end. */
    private void insert(Release release) {
        if (sorted == null) {
            return;
        }
        int at = sorted.length;
        Release[] with = Arrays.copyOf(sorted, at + 1);
        while (at > 0 && BY_END.compare(with[at - 1], release) > 0) {
            with[at] = with[at - 1];
            at--;
        }
        with[at] = release;
        sorted = with;
    }

    boolean isEmpty() {
        return ungrouped.isEmpty() && grouped.isEmpty();
    }

    Release[] sorted() {
        if (sorted == null) {
            sorted = all().toArray(Release[]::new);
            Arrays.sort(sorted, BY_END);
        }
        return sorted;
    }

    /** A group of one has nothing to be grouped with: it is told of as if no editor had touched it. */
    private Collection<Release> all() {
        if (grouped.isEmpty()) {
            return ungrouped.values();
        }
        List<Release> all = new ArrayList<>();
        Map<Days, Release> byDays = new HashMap<>(ungrouped);
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
        int last = Integer.MIN_VALUE;
        for (Release release : sorted()) {
            last = Math.max(last, release.last);
        }
        return last;
    }

    /** At least so many, by the batches. */
    long low() {
        return lowSum().total;
    }

    /** At most so many, if these were all. */
    long high() {
        if (high == null) {
            high = sum(Arrays.asList(sorted()), false);
        }
        return high.total;
    }

    /** The releases that make up the least. */
    List<Release> chosen() {
        return lowSum().chosen;
    }

    private Sum lowSum() {
        if (low == null) {
            low = sum(Arrays.asList(sorted()), true);
        }
        return low;
    }

    /** The releases that began after one day and were over by another. */
    List<Release> between(int after, int by) {
        Release[] all = sorted();
        int from = 0;
        int to = all.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (all[middle].last <= after) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        List<Release> within = new ArrayList<>();
        for (int i = from; i < all.length && all[i].last <= by; i++) {
            if (all[i].since > after) {
                within.add(all[i]);
            }
        }
        return within;
    }

    /** What a part of the releases adds up to, without which of them do. */
    long total(List<Release> part, boolean least) {
        if (part.size() == 1) {
            return least ? part.get(0).low() : part.get(0).high();
        }
        return additive ? totals(part, least, new int[part.size()])[part.size()] : sum(part, least).total();
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
