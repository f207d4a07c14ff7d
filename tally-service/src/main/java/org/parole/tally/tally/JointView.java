package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.count.ClaimantLine;
import org.parole.tally.count.JointCount;
import org.parole.tally.count.Policy;
import org.parole.tally.count.Tally;

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
        @Schema(description = "The lines of claims. Of more than 10 those in force come first; all with include=CLAIMANTS") List<TallyView.ClaimantView> claimants,
        @Schema(description = "The number of all lines of claims") int claimantCount,
        @Schema(description = "The disagreements; of more than 100 reports at most 8, all with include=FINDINGS") List<TallyView.ConflictView> conflicts,
        @Schema(description = "The number of all conflicts") int conflictCount,
        @Schema(description = "Numbers between this exchange and the one before it on record ('the 50th') that no exchange bears") List<GapView> gaps) {

    static JointView of(String exchange, List<String> commitments, LocalDate on, TallyQuestion wanted,
            JointCount count) {
        Presentation shown = wanted
                .presentation(count.claimants().stream().mapToInt(line -> line.reports().size()).sum());
        return new JointView(exchange, commitments, on, wanted.publishedBy,
                wanted.asOf == null ? null : wanted.asOf.toString(), wanted.policy, Tally.RULES,
                FiguresView.of(count.joint(), shown), FiguresView.of(count.sum(), shown),
                shown.claimants(count.claimants(), ClaimantLine::inForce).stream()
                        .map(line -> TallyView.ClaimantView.of(line, shown)).toList(),
                count.claimants().size(),
                shown.findings(count.conflicts()).stream()
                        .map(conflict -> TallyView.ConflictView.of(conflict, shown)).toList(),
                count.conflicts().size(),
                count.gaps().stream().map(gap -> GapView.of(gap, shown)).toList());
    }
}
