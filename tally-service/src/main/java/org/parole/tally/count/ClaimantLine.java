package org.parole.tally.count;

import java.time.LocalDate;
import java.util.List;

/**
 * What one claimant has said about releases.
 *
 * @param claimant the line's name: the organ, where its claimants speak for one
 * @param names the claimants who spoke
 * @param side the claimant's side
 * @param speaksFor the organ, or null
 * @param total its running total, or all null
 * @param floor at least so many by its batches, where it never gave a total, or null
 * @param approximate whether a figure behind it is an 'about'
 * @param basis the basis of the total, or BATCH where there is only a floor
 * @param eventOn the last day that the line speaks of
 * @param scope the list that it counts in, or null for the commitment's own
 * @param inForce whether its total stands, or has been overtaken by releases that it has not spoken about
 * @param disputed whether all that it says for its newest date is in dispute, so that it does not vote
 * @param reason why it has no total, or why the total no longer stands, or null
 * @param outlets who carried it
 * @param independentOutlets how many of them do not go back to the same root
 * @param reports the ids of the reports that the total or floor rests on
 */
public record ClaimantLine(String claimant, List<String> names, SourceKind side, String speaksFor, Span total,
        Long floor, boolean approximate, Basis basis, LocalDate eventOn, String scope, boolean inForce,
        boolean disputed, String reason,
        List<String> outlets, int independentOutlets, List<String> reports) {
}
