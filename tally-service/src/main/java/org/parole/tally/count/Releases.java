package org.parole.tally.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups the batches of one list into releases. */
final class Releases {

    /** Later than any event; a statement that is never withdrawn is withdrawn from the day after. */
    private static final int LAST_DAY = Integer.MAX_VALUE - 1;

    private final List<Statement> batches;
    /** The releases, where they are the same at every day that has them: nobody has grouped or denied any batch. */
    private final List<Release> always;

    Releases(List<Statement> batches) {
        this.batches = batches;
        boolean plain = batches.stream().allMatch(batch -> batch.release == null
                && Math.min(batch.doubtedFrom, Math.min(batch.removedFrom, batch.withdrawnFrom)) == Integer.MAX_VALUE);
        always = plain ? group(LAST_DAY) : null;
    }

    /** The releases on record at a day, in the order of their last days. */
    List<Release> at(int day) {
        return always == null ? group(day) : always.stream().filter(release -> release.first <= day).toList();
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
