package org.parole.tally.tally;

import java.time.LocalDate;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.count.Policy;
import org.parole.tally.count.Series;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One row of the table of estimates: one commitment at one date, with low, best and high as UCDP names them. */
@Schema(name = "Estimate", description = "One commitment at one date: how many had been released, at least, by the policy's choice, and at most.")
public record EstimateView(@Schema(examples = "us-taliban-2020-taliban-prisoners") String commitment,
        @Schema(examples = "us-taliban-2020") @Nullable String agreement,
        @Schema(examples = "afghan-government") String releasingParty,
        @Schema(examples = "taliban") String receivingParty, @Schema(examples = "Taliban prisoners") String category,
        @Schema(description = "The event date of the row") LocalDate on,
        @Schema(description = "The lowest figure in force", examples = "2284") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
        @Schema(description = "The figure that the policy chose", examples = "2284") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
        @Schema(description = "The highest figure in force", examples = "3000") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
        @Schema(description = "Whether a figure behind them is an 'about'") boolean approximate,
        @Schema(description = "Why something is null") @Nullable String reason, Policy policy,
        @Nullable PublicationTime publishedBy,
        @Schema(description = "The record time that it was asked for") @Nullable String asOf) {

    static EstimateView of(Commitment commitment, Series.Point point, TallyQuestion wanted) {
        var released = point.released();
        return new EstimateView(commitment.slug, commitment.agreement, commitment.releasingParty,
                commitment.receivingParty, commitment.category, LocalDate.ofEpochDay(point.day()), released.low(),
                released.best(), released.high(), released.approximate(), released.reason(), wanted.policy,
                wanted.publishedBy, wanted.asOf == null ? null : wanted.asOf.toString());
    }
}
