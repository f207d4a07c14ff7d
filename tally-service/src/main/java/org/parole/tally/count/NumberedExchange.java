package org.parole.tally.count;

import java.time.LocalDate;

/**
 * What a source says of the number of another exchange between the same parties.
 *
 * @param exchange the other exchange's slug
 * @param title its title
 * @param claimant who numbers it
 * @param ordinal the number
 * @param on the event date of the report
 * @param report the report's id
 */
public record NumberedExchange(String exchange, String title, String claimant, int ordinal, LocalDate on,
        String report) {
}
