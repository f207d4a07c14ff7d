package org.parole.tally.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.parole.kit.id.Uuid7;
import org.parole.kit.intake.IntakeHold;
import org.parole.kit.intake.IntakeState;
import org.parole.kit.intake.TwoPhaseIntakes;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.RecordRetracting;
import org.parole.tally.commitment.Beside;
import org.parole.tally.commitment.Commitments;
import org.parole.tally.report.Reports;

/**
 * The tally-service's half of an intake. A commitment that a prepared report is about cannot be retracted until the intake is
 * committed or aborted, so the commit has nothing left to refuse.
 */
@ApplicationScoped
public class ReportIntakes extends TwoPhaseIntakes<IntakeBody, IntakePlan> {

    private final Reports reports;
    private final Commitments commitments;

    ReportIntakes(Reports reports, Commitments commitments) {
        this.reports = reports;
        this.commitments = commitments;
    }

    @Override
    protected Class<IntakeBody> bodyType() {
        return IntakeBody.class;
    }

    @Override
    protected Class<IntakePlan> planType() {
        return IntakePlan.class;
    }

    @Override
    protected Prepared<IntakePlan> plan(UUID id, IntakeBody body) {
        List<FieldError> errors = new ArrayList<>();
        List<IntakePlan.Labelled> ids = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        Set<UUID> used = new HashSet<>();
        for (var i = 0; i < body.releaseReports().size(); i++) {
            var report = body.releaseReports().get(i);
            var at = "/releaseReports/" + i;
            checkLabel(report.label(), !labels.add(report.label()), at, errors);
            var checked = report.body();
            if (validate(checked, at, errors)) {
                errors.addAll(reports.defectsOf(checked, at, Beside.NOTHING));
                Optional.ofNullable(checked.commitment()).flatMap(commitments::called)
                        .ifPresent(commitment -> used.add(commitment.id));
            }
            ids.add(new IntakePlan.Labelled(report.label(), Uuid7.next()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
        return new Prepared<>(new IntakePlan(id, IntakeState.PREPARED, ids),
                used.stream().map(commitment -> hold(id, commitment)).toList());
    }

    private static IntakeHold hold(UUID intakeId, UUID commitment) {
        var hold = new IntakeHold();
        hold.intakeId = intakeId;
        hold.recordType = "commitment";
        hold.recordId = commitment;
        return hold;
    }

    @Override
    protected IntakePlan in(IntakePlan plan, IntakeState state) {
        return plan.in(state);
    }

    @Override
    protected IntakePlan empty(UUID id, IntakeState state) {
        return new IntakePlan(id, state, null);
    }

    @Override
    protected void write(IntakeBody body, IntakePlan plan, String by) {
        for (var i = 0; i < body.releaseReports().size(); i++) {
            reports.addChecked(plan.releaseReports().get(i).id(), body.releaseReports().get(i).body(), by);
        }
    }

    void keepWhatIsHeld(@Observes RecordRetracting retracting) {
        if (holds.existsOn(retracting.id())) {
            throw ProblemException.conflict("An intake that is being written refers to this " + retracting.recordType()
                    + "; try again in a moment.");
        }
    }
}
