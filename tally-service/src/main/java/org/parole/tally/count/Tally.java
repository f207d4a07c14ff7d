package org.parole.tally.count;

import java.util.List;

/**
 * The answer for one commitment.
 *
 * @param question what was asked
 * @param promised the commitment's own quantity, or null where nobody has promised a number
 * @param wordings every other wording of it on record
 * @param stages low, best and high of each stage
 * @param released what was freed
 * @param breakdown the parts of it, where all claimants agree on the whole, or null
 * @param rearrested those arrested again, who have been taken away, or null where nobody has said so
 * @param remains remains of the dead that were handed over, or the living where the commitment is about remains; never added
 * to the released; null where nobody has said so
 * @param remaining what is still to go
 * @param claimants what each claimant has said
 * @param conflicts where the sources disagree
 * @param gaps rises that the batches on record do not account for
 * @param openPlans what has been announced and is neither done nor overdue
 * @param scopes other lists on record
 * @param restsOn the ids of the reports behind the figures
 */
public record Tally(Question question, Quantity promised, List<Wording> wordings, List<StageFigures> stages,
        Figures released, Breakdown breakdown, Figures rearrested, Figures remains, Remaining remaining,
        List<ClaimantLine> claimants, List<Conflict> conflicts, List<Gap> gaps, List<OpenPlan> openPlans,
        List<ScopeFigures> scopes, List<String> restsOn) {

    /** The version of the rules by which it was made. */
    public static final String RULES = "2";
}
