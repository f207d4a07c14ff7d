package org.parole.tally.count;

import java.time.LocalDate;
import java.util.List;

/**
 * A typed finding.
 *
 * @param type what kind of disagreement it is
 * @param scope the list that it is about, or null for the commitment's own
 * @param since the event date from which it stands
 * @param figures the numbers that disagree
 * @param text a sentence in plain English
 * @param reports the ids of the reports that disagree
 */
public record Conflict(ConflictType type, String scope, LocalDate since, List<Figure> figures, String text,
        List<String> reports) {
}
