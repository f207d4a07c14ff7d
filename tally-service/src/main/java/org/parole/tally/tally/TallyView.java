package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.Commitment;
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
@Schema(name = "Tally", description = "How many people were promised and released, according to whom, and where the sources disagree.")
public record TallyView(
        @Schema(description = "Slug of the commitment", examples = "us-taliban-2020-taliban-prisoners") String commitment,
        @Schema(description = "Slug of the agreement that the commitment stems from", examples = "us-taliban-2020") @Nullable String agreement,
        @Schema(description = "Slug of the party that is to release them", examples = "afghan-government") String releasingParty,
        @Schema(description = "Slug of the party whose people they are", examples = "taliban") String receivingParty,
        @Schema(description = "The people to be released", examples = "Taliban prisoners") String category,
        @Schema(description = "The commitments that replace this one; several if it was split") List<String> supersededBy,
        @Schema(description = "The date by which they are to be released") @Nullable PartialDate dueOn,
        @Schema(description = "The condition of the promise") @Nullable String condition,
        @Schema(description = "Whether some are unreleased after the due date. Absent without a due date, or if unknown") @Nullable Boolean overdue,
        @Schema(description = "The event date of the answer") LocalDate on,
        @Schema(description = "Only what was public by then was counted") @Nullable PublicationTime publishedBy,
        @Schema(description = "The record time of the request") @Nullable String asOf,
        @Schema(description = "The rule that chose best") Policy policy,
        @Schema(description = "How long a party's total is carried against a later one that its own side has not given", examples = "P45D") String carry,
        @Schema(description = "The version of the rules", examples = "2") String rules,
        @Schema(description = "Its numbers are absent if nobody promised a number") PromisedView promised,
        FiguresView released,
        @Schema(description = "The number released from 'from' on, if the request has it") @Nullable PeriodView period,
        @Schema(description = "People arrested again, who are subtracted from released. Absent if no source reports any") @Nullable FiguresView rearrested,
        @Schema(description = "Remains of the dead, or the living if the commitment is about remains. They are never added to released. Absent if no source reports any") @Nullable FiguresView remains,
        @Schema(description = "Those still to be released. Below zero, with the reason, if more were released than promised") RemainingView remaining,
        @Schema(description = "The released share of the promise. Above 1 if more were released") ShareView share,
        List<StageView> stages,
        @Schema(description = "The lines of claims. Of more than 10 those in force come first; all with include=CLAIMANTS") List<ClaimantView> claimants,
        @Schema(description = "The number of all lines of claims") int claimantCount,
        @Schema(description = "The disagreements; of more than 100 reports at most 8, all with include=FINDINGS") List<ConflictView> conflicts,
        @Schema(description = "The number of all conflicts") int conflictCount,
        @Schema(description = "Rises of a total that the releases on record do not explain. They are not conflicts. At most 8, all with include=FINDINGS") List<GapView> gaps,
        @Schema(description = "The number of all gaps") int gapCount,
        @Schema(description = "Announcements that are neither done nor overdue; of more than 100 reports at most 8, all with include=FINDINGS") List<OpenPlanView> openPlans,
        @Schema(description = "The number of all open plans") int openPlanCount,
        @Schema(description = "Other lists on record. The tally adds them only if the request names them in scope") List<ScopeView> scopes,
        @Schema(description = "The ids of the reports behind the figures: of more than 100 reports in the answer the 5 recorded last, all with include=REPORTS") List<String> restsOn,
        @Schema(description = "The number of all reports behind the figures") int restsOnCount) {

    /** What was released in a part of the time. */
    @Schema(name = "Period")
    public record PeriodView(@Schema(description = "Its first day") LocalDate from,
            @Schema(description = "At the least: the difference to the day before, or what its batches prove") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
            @Schema(description = "By the figure that the policy chose") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
            @Schema(description = "At the most") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
            @Schema(description = "The reason why a value is null") @Nullable String reason) {
    }

    /** What was promised, with every wording found. */
    @Schema(name = "Promised")
    public record PromisedView(
            @Schema(description = "How the number is to be read") @Nullable QuantityComparator comparator,
            @Schema(description = "Its lower end") @Nullable Integer min,
            @Schema(description = "Its upper end") @Nullable Integer max,
            @Schema(description = "Its words") @Nullable String wording,
            List<WordingView> wordings) {
    }

    /** One wording of the promise. */
    @Schema(name = "Wording")
    public record WordingView(@Schema(description = "How the number is to be read") QuantityComparator comparator,
            @Schema(description = "Its lower end") @Nullable Integer min,
            @Schema(description = "Its upper end") @Nullable Integer max,
            @Schema(description = "Its words") @Nullable String wording,
            @Schema(description = "Who worded it so") List<String> claimants,
            @Schema(description = "The ids of the reports behind it: of more than 100 reports in the answer the 5 recorded last, all with include=REPORTS") List<String> reports,
            @Schema(description = "The number of all reports behind it") int reportCount) {
    }

    /** A range whose ends may be unknown. */
    @Schema(name = "Span")
    public record SpanView(
            @Schema(description = "At the least") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
            @Schema(description = "By the figure that the policy chose") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
            @Schema(description = "At the most") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high) {

        static SpanView of(Span span) {
            return new SpanView(span.low(), span.best(), span.high());
        }
    }

    /** What is still to go, with the reason where something is unknown or below zero. */
    @Schema(name = "Remaining")
    public record RemainingView(
            @Schema(description = "At the least") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
            @Schema(description = "By the figure that the policy chose") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
            @Schema(description = "At the most") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
            @Schema(description = "The reason why a value is null or below zero") @Nullable String reason) {
    }

    /** Parts of a whole; 1 is all of it. */
    @Schema(name = "Share")
    public record ShareView(
            @Schema(description = "At the least") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double low,
            @Schema(description = "By the figure that the policy chose") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double best,
            @Schema(description = "At the most") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double high) {
    }

    /** The figures of one stage. */
    @Schema(name = "StageFigures")
    public record StageView(@Schema(description = "The stage") Stage stage,
            @Schema(description = "At the least") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
            @Schema(description = "The figure that the policy chose") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long best,
            @Schema(description = "At the most") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
            @Schema(description = "Whether low or high is the number of an open figure") boolean open,
            @Schema(description = "Whether a figure behind it is an 'about'") boolean approximate,
            @Schema(description = "The reason why a value is null") @Nullable String reason) {
    }

    /** What one line of claims has said. */
    @Schema(name = "ClaimantLine")
    public record ClaimantView(@Schema(description = "Whose line of claims it is") String claimant,
            @Schema(description = "All names that have spoken for it") List<String> names,
            @Schema(description = "The side that it is on") @Nullable SourceKind side,
            @Schema(description = "The party organ that it speaks for") @Nullable String speaksFor, SpanView total,
            @Schema(description = "The minimum by its batches, if it never gave a total") @Nullable Long floor,
            @Schema(description = "Whether the total or floor is open: 'over 900', or a total and the batches since") boolean open,
            @Schema(description = "Whether a figure behind it is an 'about'") boolean approximate,
            @Schema(description = "What its newest figure counts") @Nullable Basis basis,
            @Schema(description = "The date of its total, or of its newest batch") @Nullable LocalDate eventOn,
            @Schema(description = "Another list than the commitment's own, by its label") @Nullable String scope,
            @Schema(description = "Whether its total is in force and can vote") boolean inForce,
            @Schema(description = "Whether it is in force without a vote: others, but not its own side, have given a later and higher total") boolean carried,
            @Schema(description = "Whether all its reports of its newest date are in dispute, so it does not vote") boolean disputed,
            @Schema(description = "Why it has no total, or none that stands") @Nullable String reason,
            @Schema(description = "The parts that it has given") @Nullable BreakdownView breakdown,
            @Schema(description = "Who printed its figures") List<String> outlets,
            @Schema(description = "How many of the outlets do not copy one another") int independentOutlets,
            @Schema(description = "The ids of the reports behind it: of more than 100 reports in the answer the 5 recorded last, all with include=REPORTS") List<String> reports,
            @Schema(description = "The number of all reports behind it") int reportCount) {

        static ClaimantView of(ClaimantLine line, Presentation shown) {
            return new ClaimantView(line.claimant(), line.names(), line.side(), line.speaksFor(),
                    SpanView.of(line.total()), line.floor(), line.open(), line.approximate(), line.basis(),
                    line.eventOn(), line.scope(), line.inForce(), line.carried(), line.disputed(),
                    shown.text(line.reason()), BreakdownView.of(line.breakdown(), shown), line.outlets(),
                    line.independentOutlets(), shown.reports(line.reports()), line.reports().size());
        }
    }

    /** One typed disagreement. */
    @Schema(name = "Conflict")
    public record ConflictView(@Schema(description = "What kind of disagreement it is") ConflictType type,
            @Schema(description = "Another list than the commitment's own, by its label") @Nullable String scope,
            @Schema(description = "The date from which it stands") @Nullable LocalDate since,
            List<FigureView> figures, @Schema(description = "A sentence that says so") String text,
            @Schema(description = "At most 100; of more than 100 reports in the answer 5, unless include=REPORTS; those with disagreeing figures first") List<String> reports,
            @Schema(description = "The number of all disagreeing reports") int reportCount,
            @Schema(description = "Whether the two sides disagree and neither has withdrawn its figure") boolean standing) {

        static ConflictView of(Conflict conflict, Presentation shown) {
            return new ConflictView(conflict.type(), conflict.scope(), conflict.since(),
                    conflict.figures().stream().map(FigureView::of).toList(), shown.text(conflict.text()),
                    shown.firstReports(conflict.reports()), conflict.reportCount(), conflict.standing());
        }
    }

    /** One number of a disagreement. */
    @Schema(name = "Figure")
    public record FigureView(@Schema(description = "Whose figure it is, or what it counts") String label,
            @Schema(description = "At the least; none where there is no lower end") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long low,
            @Schema(description = "At the most; none where there is no upper end") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long high,
            @Schema(description = "Whether it is open: 'over 900', 'up to 400'") boolean open) {

        static FigureView of(Figure figure) {
            return new FigureView(figure.label(), figure.low(), figure.high(), figure.open());
        }
    }

    /** Another list that figures count in. */
    @Schema(name = "ScopeFigures")
    public record ScopeView(@Schema(description = "Its label") String scope,
            @Schema(description = "Whether it is counted here") boolean included, FiguresView released) {
    }

    static TallyView of(Cases.Case asked, TallyQuestion wanted, Tally tally, PeriodView period, Boolean overdue) {
        Commitment commitment = asked.commitment();
        Presentation shown = wanted.presentation(asked.reports().size());
        return new TallyView(commitment.slug, commitment.agreement, commitment.releasingParty,
                commitment.receivingParty, commitment.category, asked.supersededBy(),
                PartialDate.of(commitment.dueFrom, commitment.duePrecision), commitment.condition, overdue,
                asked.times().on(), wanted.publishedBy, wanted.asOf == null ? null : wanted.asOf.toString(),
                wanted.policy, "P" + asked.question().carry() + "D", Tally.RULES, promised(tally, shown),
                FiguresView.of(tally.released(), tally.breakdown(), shown), period,
                FiguresView.of(tally.rearrested(), shown), FiguresView.of(tally.remains(), shown),
                remaining(tally, shown), share(tally), stages(tally, shown), claimants(tally, shown),
                tally.claimants().size(),
                shown.findings(tally.conflicts()).stream().map(conflict -> ConflictView.of(conflict, shown)).toList(),
                tally.conflicts().size(),
                shown.findings(tally.gaps()).stream().map(gap -> GapView.of(gap, shown)).toList(), tally.gaps().size(),
                shown.findings(tally.openPlans()).stream().map(plan -> OpenPlanView.of(plan, shown)).toList(),
                tally.openPlans().size(),
                tally.scopes().stream().map(scope -> new ScopeView(scope.scope(), scope.included(),
                        FiguresView.of(scope.released(), shown))).toList(),
                shown.reports(tally.restsOn()), tally.restsOn().size());
    }

    private static RemainingView remaining(Tally tally, Presentation shown) {
        Span toGo = tally.remaining().toGo();
        return new RemainingView(toGo.low(), toGo.best(), toGo.high(), shown.text(tally.remaining().reason()));
    }

    private static ShareView share(Tally tally) {
        return new ShareView(tally.remaining().share().low(), tally.remaining().share().best(),
                tally.remaining().share().high());
    }

    private static PromisedView promised(Tally tally, Presentation shown) {
        Quantity promised = tally.promised();
        return new PromisedView(promised == null ? null : promised.comparator(),
                promised == null ? null : promised.min(),
                promised == null ? null : promised.max(), promised == null ? null : promised.wording(),
                tally.wordings().stream()
                        .map(wording -> new WordingView(wording.quantity().comparator(), wording.quantity().min(),
                                wording.quantity().max(), wording.quantity().wording(), wording.claimants(),
                                shown.reports(wording.reports()), wording.reports().size()))
                        .toList());
    }

    private static List<StageView> stages(Tally tally, Presentation shown) {
        return tally.stages().stream()
                .map(stage -> new StageView(stage.stage(), stage.figures().low(), stage.figures().best(),
                        stage.figures().high(), stage.figures().open(), stage.figures().approximate(),
                        shown.text(stage.figures().reason())))
                .toList();
    }

    private static List<ClaimantView> claimants(Tally tally, Presentation shown) {
        return shown.claimants(tally.claimants(), ClaimantLine::inForce).stream()
                .map(line -> ClaimantView.of(line, shown)).toList();
    }
}
