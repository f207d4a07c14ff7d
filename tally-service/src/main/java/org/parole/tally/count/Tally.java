package org.parole.tally.count;

import java.util.List;

/**
 * The answer for one commitment.
 *
 * @param question what was asked
 * @param promised the commitment's own quantity
 * @param wordings every other wording of it on record
 * @param stages low, best and high of each stage
 * @param released what was freed
 * @param remaining what is still to go; below zero where more were released than promised
 * @param share the part that was released; above 1 where more were released than promised
 * @param claimants each line of claims
 * @param conflicts where the sources disagree
 * @param scopes other lists on record
 * @param restsOn the ids of the reports behind the figures
 */
public record Tally(Question question, Quantity promised, List<Wording> wordings, List<StageFigures> stages,
        Figures released, Span remaining, Share share, List<ClaimantLine> claimants, List<Conflict> conflicts,
        List<ScopeFigures> scopes, List<String> restsOn) {

    /** Parts of the promised whole; unknown is null. */
    public record Share(Double low, Double best, Double high) {
    }
}
