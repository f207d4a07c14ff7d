package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.count.Basis;
import org.parole.tally.count.ClaimantLine;
import org.parole.tally.count.Conflict;
import org.parole.tally.count.ConflictType;
import org.parole.tally.count.Figure;
import org.parole.tally.count.Policy;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.QuantityComparator;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Span;
import org.parole.tally.count.Stage;
import org.parole.tally.count.Tally;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The tally of one commitment. */
@Schema(name = "Tally", description = "How many were promised, how many were freed, according to whom, and where the sources disagree.")
public record TallyView(@Schema(examples = "us-taliban-2020-taliban-prisoners") String commitment,
        @Schema(examples = "us-taliban-2020") @Nullable String agreement,
        @Schema(examples = "afghan-government") String releasingParty,
        @Schema(examples = "taliban") String receivingParty, @Schema(examples = "Taliban prisoners") String category,
        @Schema(description = "The commitments that take the place of this one: several where it was split") List<String> supersededBy,
        @Schema(description = "By when they were to be released") @Nullable PartialDate dueOn,
        @Schema(description = "On what condition") @Nullable String condition,
        @Schema(description = "Whether some are still to go after the due date; absent where there is no due date or nobody knows") @Nullable Boolean overdue,
        @Schema(description = "The event date that it is for") LocalDate on, @Nullable PublicationTime publishedBy,
        @Schema(description = "The record time that it was asked for") @Nullable String asOf, Policy policy,
        PromisedView promised,
        FiguresView released,
        @Schema(description = "What was released from 'from' on, where that was asked for") @Nullable PeriodView period,
        @Schema(description = "Still to go; below zero where more were released than promised") SpanView remaining,
        @Schema(description = "The released part of the promised; above 1 where more were released") ShareView share,
        List<StageView> stages, List<ClaimantView> claimants, List<ConflictView> conflicts,
        @Schema(description = "Other lists on record, added only when asked for by scope") List<ScopeView> scopes,
        @Schema(description = "The ids of the reports behind the figures") List<String> restsOn) {

    /** What was released in a part of the time. */
    @Schema(name = "Period")
    public record PeriodView(@Schema(description = "Its first day") LocalDate from,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
            @Schema(description = "Why something is null") @Nullable String reason) {
    }

    /** What was promised, with every wording found. */
    @Schema(name = "Promised")
    public record PromisedView(QuantityComparator comparator, @Nullable Integer min, @Nullable Integer max,
            @Nullable String wording,
            List<WordingView> wordings) {
    }

    /** One wording of the promise. */
    @Schema(name = "Wording")
    public record WordingView(QuantityComparator comparator, @Nullable Integer min, @Nullable Integer max,
            @Nullable String wording,
            List<String> claimants, List<String> reports) {
    }

    /** A range whose ends may be unknown. */
    @Schema(name = "Span")
    public record SpanView(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high) {

        static SpanView of(Span span) {
            return new SpanView(span.low(), span.best(), span.high());
        }
    }

    /** Parts of a whole; 1 is all of it. */
    @Schema(name = "Share")
    public record ShareView(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double low,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double best,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double high) {
    }

    /** The figures of one stage. */
    @Schema(name = "StageFigures")
    public record StageView(Stage stage, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
            boolean approximate, @Nullable String reason) {
    }

    /** What one line of claims has said. */
    @Schema(name = "ClaimantLine")
    public record ClaimantView(String claimant, List<String> names, @Nullable SourceKind side,
            @Nullable String speaksFor, SpanView total,
            @Schema(description = "At least so many by its batches, where it never gave a total") @Nullable Long floor,
            boolean approximate, @Nullable Basis basis, @Nullable LocalDate eventOn, @Nullable String scope,
            @Schema(description = "Whether its total stands, or was overtaken by releases that it has not spoken about") boolean inForce,
            @Schema(description = "Whether all that it says for its newest date is in dispute, so that it does not vote") boolean disputed,
            @Nullable String reason, List<String> outlets, int independentOutlets, List<String> reports) {

        static ClaimantView of(ClaimantLine line) {
            return new ClaimantView(line.claimant(), line.names(), line.side(), line.speaksFor(),
                    SpanView.of(line.total()), line.floor(), line.approximate(), line.basis(), line.eventOn(),
                    line.scope(), line.inForce(), line.disputed(), line.reason(), line.outlets(),
                    line.independentOutlets(),
                    line.reports());
        }
    }

    /** One typed disagreement. */
    @Schema(name = "Conflict")
    public record ConflictView(ConflictType type, @Nullable String scope, @Nullable LocalDate since,
            List<FigureView> figures, String text,
            @Schema(description = "At most 100 of them, those whose figures disagree first") List<String> reports,
            @Schema(description = "How many reports disagree in all") int reportCount) {

        static ConflictView of(Conflict conflict) {
            return new ConflictView(conflict.type(), conflict.scope(), conflict.since(),
                    conflict.figures().stream().map(FigureView::of).toList(), conflict.text(), conflict.reports(),
                    conflict.reportCount());
        }
    }

    /** One number of a disagreement. */
    @Schema(name = "Figure")
    public record FigureView(String label, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high) {

        static FigureView of(Figure figure) {
            return new FigureView(figure.label(), figure.low(), figure.high());
        }
    }

    /** Another list that figures count in. */
    @Schema(name = "ScopeFigures")
    public record ScopeView(String scope, boolean included, FiguresView released) {
    }

    static PromisedView promised(Tally tally) {
        Quantity promised = tally.promised();
        return new PromisedView(promised.comparator(), promised.min(), promised.max(), promised.wording(),
                tally.wordings().stream()
                        .map(wording -> new WordingView(wording.quantity().comparator(), wording.quantity().min(),
                                wording.quantity().max(), wording.quantity().wording(), wording.claimants(),
                                wording.reports()))
                        .toList());
    }

    static List<StageView> stages(Tally tally) {
        return tally.stages().stream()
                .map(stage -> new StageView(stage.stage(), stage.figures().low(), stage.figures().best(),
                        stage.figures().high(), stage.figures().approximate(), stage.figures().reason()))
                .toList();
    }

    static List<ClaimantView> claimants(Tally tally) {
        return tally.claimants().stream().map(ClaimantView::of).toList();
    }
}
