package org.parole.tally.count;

import java.util.SortedSet;
import java.util.TreeSet;

/** One line of claims: a claimant, or all who speak for the same organ. */
final class Line {

    final int index;
    /** What tells the line from others: its name without regard to case and spacing. */
    final String key;
    final SortedSet<String> names = new TreeSet<>();
    /** The organ, or null where a claimant speaks for itself alone. */
    String organ;
    SourceKind side;
    private Report newest;

    Line(int index, String key) {
        this.index = index;
        this.key = key;
    }

    void spoke(Report report) {
        names.add(report.claimant());
        if (report.organ() != null && (organ == null || report.organ().compareTo(organ) < 0)) {
            organ = report.organ();
        }
        // A claimant is on one side; where the data change their mind, the newest word counts.
        if (newest == null || report.publishedAt() > newest.publishedAt()
                || report.publishedAt() == newest.publishedAt() && report.id().compareTo(newest.id()) > 0) {
            newest = report;
            side = report.side();
        }
    }

    String label() {
        return organ != null ? organ : names.first();
    }

    @Override
    public String toString() {
        return label();
    }
}
