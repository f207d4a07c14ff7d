package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.count.JointCount;
import org.parole.tally.count.Policy;
import org.parole.tally.count.Tally;
import org.parole.tally.language.Sentences;

/** What is said of all directions of an exchange together. */
@Schema(name = "JointTally", description = "Figures for all directions of an exchange together ('869 prisoners exchanged'), beside the sum of the directions.")
public record JointView(@Schema(examples = "example-exchange-2024-01-31") String exchange,
        @Schema(description = "The commitments that are its directions") List<String> commitments,
        @Schema(description = "The event date of the answer") LocalDate on, @Nullable PublicationTime publishedBy,
        @Nullable String asOf,
        Policy policy,
        @Schema(description = "The version of the rules", examples = "2") String rules,
        @Schema(description = "Low, best and high of the figures that count all directions together") FiguresView joint,
        @Schema(description = "The sum of the directions. Unknown if one of them is unknown") FiguresView sum,
        List<TallyView.ClaimantView> claimants, List<TallyView.ConflictView> conflicts,
        @Schema(description = "Numbers between this exchange and the one before it on record ('the 50th') that no exchange bears") List<GapView> gaps) {

    static JointView of(String exchange, List<String> commitments, LocalDate on, TallyQuestion wanted,
            JointCount count) {
        Sentences sentences = wanted.sentences();
        return new JointView(exchange, commitments, on, wanted.publishedBy,
                wanted.asOf == null ? null : wanted.asOf.toString(), wanted.policy, Tally.RULES,
                FiguresView.of(count.joint(), sentences), FiguresView.of(count.sum(), sentences),
                count.claimants().stream().map(line -> TallyView.ClaimantView.of(line, sentences)).toList(),
                count.conflicts().stream().map(conflict -> TallyView.ConflictView.of(conflict, sentences)).toList(),
                count.gaps().stream().map(gap -> GapView.of(gap, sentences)).toList());
    }
}
