package org.parole.tally.count;

import java.time.LocalDate;
import java.util.List;

/**
 * A rise between two totals of one claimant of which the batches on record account for a part only. This is normal, and no
 * conflict.
 *
 * @param claimant whose totals they are
 * @param scope the list, or null for the commitment's own
 * @param since the date of the later total
 * @param before the date of the earlier one
 * @param rise by how much the total rises
 * @param onRecord what the batches in between add up to
 * @param unaccounted what they do not account for
 * @param text a sentence that says so
 * @param reports the ids of the reports of both totals and of the batches; at most {@value Conflict#LISTED}
 */
public record Gap(String claimant, String scope, LocalDate since, LocalDate before, Range rise, Range onRecord,
        Range unaccounted, Sentence text, List<String> reports) {
}
