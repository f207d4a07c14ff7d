package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Groups the batches of one list into releases. */
final class Releases {

    private final List<Statement> batches;
    /** Those of the same days, in the order of the releases; null where an editor has put batches together. */
    private final List<SameDays> groups;

    Releases(List<Statement> batches) {
        this.batches = batches;
        groups = batches.stream().allMatch(batch -> batch.release == null) ? groups(batches) : null;
    }

    private static List<SameDays> groups(List<Statement> batches) {
        Map<Days, List<Statement>> byDays = new LinkedHashMap<>();
        batches.stream().filter(batch -> batch.range != null).forEach(batch -> sameDays(byDays, batch).add(batch));
        return byDays.values().stream().map(SameDays::new).sorted(SameDays.BY_END).toList();
    }

    /** The releases on record at a day, in the order of their last days. */
    List<Release> at(int day) {
        return groups == null
                ? group(day)
                : groups.stream().map(group -> group.at(day)).filter(Objects::nonNull).toList();
    }

    /** Batches of the same days. A release is made of them anew only where one of them has been denied or withdrawn in between. */
    private static final class SameDays {

        static final Comparator<SameDays> BY_END = Comparator.comparingInt((SameDays group) -> group.days.last())
                .thenComparingInt(group -> group.days.since());

        private final List<Statement> batches;
        private final Days days;
        private Release release;
        /** The days for which it is known: from the first one until before the second one. */
        private int from = Integer.MAX_VALUE;
        private int until = Integer.MIN_VALUE;

        SameDays(List<Statement> batches) {
            this.batches = batches;
            days = batches.get(0).days;
        }

        /** The release, or null where none of them counts. */
        Release at(int day) {
            if (day < from || day >= until) {
                from = Integer.MIN_VALUE;
                until = Integer.MAX_VALUE;
                changes(days.first(), day);
                List<Statement> counting = new ArrayList<>(batches.size());
                for (Statement batch : batches) {
                    changes(batch.doubtedFrom, day);
                    changes(batch.removedFrom, day);
                    changes(batch.withdrawnFrom, day);
                    if (batch.counts(day)) {
                        counting.add(batch);
                    }
                }
                release = counting.isEmpty() ? null : new Release(null, counting, day);
            }
            return release;
        }

        private void changes(int on, int day) {
            if (on <= day) {
                from = Math.max(from, on);
            } else {
                until = Math.min(until, on);
            }
        }
    }

    private List<Release> group(int day) {
        Map<String, List<Statement>> byLabel = new TreeMap<>();
        Map<Days, List<Statement>> byDays = new LinkedHashMap<>();
        for (Statement batch : batches) {
            if (batch.counts(day)) {
                if (batch.release != null) {
                    byLabel.computeIfAbsent(batch.release, label -> new ArrayList<>()).add(batch);
                } else {
                    sameDays(byDays, batch).add(batch);
                }
            }
        }
        List<Release> releases = new ArrayList<>(byDays.size() + byLabel.size());
        byLabel.forEach((label, group) -> {
            // A group of one has nothing to be grouped with: it is told of as if no editor had touched it.
            if (group.size() == 1) {
                sameDays(byDays, group.get(0)).add(group.get(0));
            } else {
                releases.add(new Release(label, group, day));
            }
        });
        byDays.values().forEach(group -> releases.add(new Release(null, group, day)));
        releases.sort(Release.BY_END);
        return releases;
    }

    private static List<Statement> sameDays(Map<Days, List<Statement>> byDays, Statement batch) {
        return byDays.computeIfAbsent(batch.days, days -> new ArrayList<>(2));
    }
}
