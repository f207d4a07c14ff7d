package org.parole.tally.count;

import java.time.LocalDate;
import java.util.List;

/**
 * A typed finding.
 *
 * @param type what kind of disagreement it is
 * @param scope the list that it is about, or null for the commitment's own
 * @param since the event date from which it stands
 * @param figures the numbers that disagree; at most {@value #LISTED}
 * @param text a sentence that says so
 * @param reports the ids of the reports that disagree; at most {@value #LISTED}, those whose figures disagree before the
 * batches in between
 * @param reportCount how many reports disagree in all
 * @param standing whether two sides disagree and neither has withdrawn its figure
 */
public record Conflict(ConflictType type, String scope, LocalDate since, List<Figure> figures, Sentence text,
        List<String> reports, int reportCount, boolean standing) {

    /** How many reports and how many figures one finding lists; all of them can be asked for by their days. */
    public static final int LISTED = 100;
    /** How many names or figures one sentence lists. */
    static final int SPOKEN = 20;
}
