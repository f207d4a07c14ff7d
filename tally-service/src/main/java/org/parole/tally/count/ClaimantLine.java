package org.parole.tally.count;

import java.time.LocalDate;
import java.util.List;

/**
 * What one claimant has said about releases.
 *
 * @param claimant the claimant: the organ, where several speak for one
 * @param names those who spoke
 * @param side the claimant's side
 * @param speaksFor the organ, or null
 * @param total its running total, or what it tells of the commitment's single release, or all null; best is the one of several figures with which it votes
 * @param floor at least so many by its batches, where it never gave a total, or null
 * @param open whether the total, or the floor, is open: 'over 900', or a total and the batches since
 * @param approximate whether a figure behind it is an 'about'
 * @param basis the basis of the total, or BATCH where there are only batches
 * @param eventOn the date of the total that it stated, or of its newest batch
 * @param scope the list that it counts in, or null for the commitment's own
 * @param inForce whether its total stands and can vote
 * @param carried whether it stands without a vote: others have given a later, higher total, but its own side has not
 * @param disputed whether all that it says for its newest date is in dispute, so that it does not vote
 * @param reason why it has no total, or why its total no longer stands or votes, or null
 * @param breakdown the parts of it that it has given, or null
 * @param outlets who carried it
 * @param independentOutlets how many of them do not go back to the same root
 * @param reports the ids of the reports that the total or floor rests on
 */
public record ClaimantLine(String claimant, List<String> names, SourceKind side, String speaksFor, Span total,
        Long floor, boolean open, boolean approximate, Basis basis, LocalDate eventOn, String scope, boolean inForce,
        boolean carried, boolean disputed, Sentence reason, Breakdown breakdown, List<String> outlets,
        int independentOutlets, List<String> reports) {
}
