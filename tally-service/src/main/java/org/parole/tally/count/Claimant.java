package org.parole.tally.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whose figure it is: one who speaks for himself, or all who speak for the same organ. */
final class Claimant {

    /** What tells it from others: its name without regard to case and spacing. */
    final String key;
    /** Its place among the claimants in the order of their keys, once all are known. */
    int rank;
    private final Set<String> names = new HashSet<>(4);
    /** The organ, or null where a claimant speaks for itself alone. */
    String organ;
    SourceKind side;
    private Report newest;
    private String label;

    Claimant(String key) {
        this.key = key;
    }

    void spoke(Report report) {
        names.add(report.claimant());
        if (report.organ() != null && !report.organ().equals(organ)
                && (organ == null || report.organ().compareTo(organ) < 0)) {
            organ = report.organ();
        }
        // A claimant is on one side; where the data change their mind, the newest word counts.
        if (newest == null || report.publishedAt() > newest.publishedAt()
                || report.publishedAt() == newest.publishedAt() && report.id().compareTo(newest.id()) > 0) {
            newest = report;
            side = report.side();
        }
    }

    /** The claimants who spoke, in the order of the alphabet. */
    List<String> names() {
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(null);
        return List.copyOf(sorted);
    }

    /** How it is called; asked for only once all its reports are known. */
    String label() {
        if (label == null) {
            label = organ != null ? organ : names().get(0);
        }
        return label;
    }

    @Override
    public String toString() {
        return label();
    }
}
