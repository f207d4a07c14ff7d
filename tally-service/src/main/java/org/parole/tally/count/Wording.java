package org.parole.tally.count;

import java.util.List;

/**
 * One source's wording of the whole commitment.
 *
 * @param quantity the number
 * @param claimants whose wording it is
 * @param reports the reports that carry it
 */
public record Wording(Quantity quantity, List<String> claimants, List<String> reports) {
}
