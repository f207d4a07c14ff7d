package org.parole.tally.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.record.RevisionType;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.Comparison;
import org.parole.tally.count.Figures;
import org.parole.tally.count.Policy;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.Report;
import org.parole.tally.report.ReleaseReport;

/** Two tallies of one commitment, and what made the difference, report by report. */
@Schema(name = "TallyComparison", description = "Two tallies of one commitment and the causes of their difference. The steps lead from a to b: each starts with the figures with which the previous one ended.")
public record ComparisonView(@Schema(examples = "us-taliban-2020-taliban-prisoners") String commitment, SideView a,
        SideView b, @Schema(description = "b minus a. null if either is unknown") TallyView.SpanView difference,
        @Schema(description = "The effect of each report, sorted by event date; at most 100 reports; of more than 100 in the answer 10, unless include=STEPS") List<StepView> reports,
        @Schema(description = "The effect of all further reports together") @Nullable OthersView others,
        @Schema(description = "The effect of the other parameters: the policy, or the promised number") ShiftView question,
        @Schema(description = "The lines of claims in both. Of more than 10 those that differ come first; all with include=CLAIMANTS") List<LineView> claimants,
        @Schema(description = "The number of all lines of claims") int claimantCount) {

    /** What was asked on one side, and the answer. */
    @Schema(name = "ComparedTally")
    public record SideView(LocalDate on, @Nullable PublicationTime publishedBy, @Nullable String asOf, Policy policy,
            FiguresView released) {

        static SideView of(TallyQuestion asked, LocalDate on, Figures released, Presentation shown) {
            return new SideView(on, asked.publishedBy, asked.asOf == null ? null : asked.asOf.toString(), asked.policy,
                    FiguresView.of(released, shown));
        }
    }

    /** Why a report makes a difference. */
    @Schema(name = "ReportDifference")
    public enum Change {
        ENTERED, LEFT, REVISED, RETRACTED
    }

    /** Figures before and after. */
    @Schema(name = "Shift")
    public record ShiftView(TallyView.SpanView before, TallyView.SpanView after) {

        static ShiftView of(Comparison.Shift shift) {
            return new ShiftView(TallyView.SpanView.of(shift.before()), TallyView.SpanView.of(shift.after()));
        }
    }

    /** What one report did. */
    @Schema(name = "ComparisonStep")
    public record StepView(String report,
            @Schema(description = "ENTERED: it counts only in b. LEFT: only in a. RETRACTED: only in a, because it was retracted. REVISED: it says something else in b") Change change,
            LocalDate eventOn, @Schema(description = "Its line of claims") String claimant,
            @Schema(description = "Its figure in a") @Nullable SaidView a,
            @Schema(description = "Its figure in b") @Nullable SaidView b,
            @Schema(description = "The revision that counts in b, if it is not the first") @Nullable RevisionType revisionType,
            @Nullable String reason, @Nullable Instant recordedAt,
            @Schema(description = "Low, best and high of the tally") ShiftView released,
            @Schema(description = "The total of the line of claims, or its floor as low") ShiftView line) {
    }

    /** What a report says. */
    @Schema(name = "ComparedReport")
    public record SaidView(org.parole.tally.count.Stage stage, org.parole.tally.count.Basis basis,
            QuantityBody quantity, LocalDate eventOn, @Nullable String scope, boolean disputed,
            @Nullable String release) {

        static SaidView of(Report report) {
            if (report == null) {
                return null;
            }
            Quantity quantity = report.quantity();
            return new SaidView(report.stage(), report.basis(),
                    quantity == null
                            ? null
                            : new QuantityBody(quantity.comparator(), quantity.min(), quantity.max(),
                                    quantity.wording()),
                    LocalDate.ofEpochDay(report.days().first()), scope(report), report.disputed(), report.release());
        }

        private static String scope(Report report) {
            return report.scopes().isEmpty() ? null : String.join(" + ", new TreeSet<>(report.scopes()));
        }
    }

    /** What all further reports did. */
    @Schema(name = "OtherSteps")
    public record OthersView(int count, ShiftView released) {
    }

    /** A line of claims under both questions. */
    @Schema(name = "ComparedLine")
    public record LineView(String claimant, @Nullable String scope, boolean differs,
            @Schema(description = "Absent if it gives no figure in a") @Nullable TallyView.ClaimantView a,
            @Schema(description = "Absent if it gives no figure in b") @Nullable TallyView.ClaimantView b) {
    }

    /** @param then the reports' revisions at b's record time */
    static ComparisonView of(String commitment, SideView a, SideView b, Comparison found,
            Map<String, ReleaseReport> then, Presentation shown) {
        return new ComparisonView(commitment, a, b,
                new TallyView.SpanView(less(a.released().low(), b.released().low()),
                        less(a.released().best(), b.released().best()), less(a.released().high(), b.released().high())),
                found.reports().stream().map(step -> step(step, then.get(step.id()))).toList(),
                found.others() == null ? null : new OthersView(found.otherCount(), ShiftView.of(found.others())),
                ShiftView.of(found.question()),
                shown.claimants(found.claimants(), Comparison.LineChange::differs).stream()
                        .map(line -> new LineView(line.claimant(), line.scope(), line.differs(),
                                line.a() == null ? null : TallyView.ClaimantView.of(line.a(), shown),
                                line.b() == null ? null : TallyView.ClaimantView.of(line.b(), shown)))
                        .toList(),
                found.claimants().size());
    }

    private static Long less(Long a, Long b) {
        return a == null || b == null ? null : Long.valueOf(b - a);
    }

    private static StepView step(Comparison.ReportStep step, ReleaseReport then) {
        Change change = switch (step.kind()) {
            case ENTERED -> Change.ENTERED;
            case REVISED -> Change.REVISED;
            case LEFT -> then != null && then.retracted ? Change.RETRACTED : Change.LEFT;
        };
        Report report = step.b() == null ? step.a() : step.b();
        boolean revised = then != null && then.revision > 1;
        return new StepView(step.id(), change, LocalDate.ofEpochDay(report.days().first()), step.claimant(),
                SaidView.of(step.a()), SaidView.of(step.b()), revised ? then.revisionType : null,
                revised ? then.reason : null, then == null ? null : then.recordedFrom, ShiftView.of(step.figures()),
                ShiftView.of(step.line()));
    }
}
