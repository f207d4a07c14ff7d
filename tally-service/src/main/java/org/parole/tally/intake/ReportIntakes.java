package org.parole.tally.intake;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.parole.kit.intake.IntakeState;
import org.parole.kit.intake.TwoPhaseIntakes;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.RecordRetracting;
import org.parole.tally.commitment.Commitments;
import org.parole.tally.exchange.Exchanges;
import org.parole.tally.report.Reports;
import org.parole.tally.slug.SlugTaking;

/**
 * The tally-service's half of an intake. What its records refer to cannot be retracted, and what it adds cannot be added by
 * others, until the intake is committed or aborted, so the commit has nothing left to refuse.
 */
@ApplicationScoped
public class ReportIntakes extends TwoPhaseIntakes<IntakeBody, IntakePlan> {

    private final Preparations preparations;
    private final Exchanges exchanges;
    private final Commitments commitments;
    private final Reports reports;

    ReportIntakes(Preparations preparations, Exchanges exchanges, Commitments commitments, Reports reports) {
        this.preparations = preparations;
        this.exchanges = exchanges;
        this.commitments = commitments;
        this.reports = reports;
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
        return preparations.of(id, body, this::validate);
    }

    @Override
    protected IntakePlan in(IntakePlan plan, IntakeState state) {
        return plan.in(state);
    }

    @Override
    protected IntakePlan empty(UUID id, IntakeState state) {
        return new IntakePlan(id, state, null, null, null);
    }

    @Override
    protected void write(IntakeBody body, IntakePlan plan, String by) {
        var references = new References(body);
        for (var i = 0; i < body.exchanges().size(); i++) {
            exchanges.addChecked(plan.exchanges().get(i).id(), references.of(body.exchanges().get(i)), by);
        }
        for (var i = 0; i < body.commitments().size(); i++) {
            commitments.addChecked(plan.commitments().get(i).id(), references.of(body.commitments().get(i)), by);
        }
        for (var i = 0; i < body.releaseReports().size(); i++) {
            reports.addChecked(plan.releaseReports().get(i).id(), references.of(body.releaseReports().get(i)), by);
        }
    }

    void keepWhatIsHeld(@Observes RecordRetracting retracting) {
        if (holds.existsOn(retracting.id())) {
            throw ProblemException.conflict("An unfinished intake refers to this " + retracting.recordType()
                    + ". Try again in a moment.");
        }
    }

    void keepSlugsThatAreHeld(@Observes SlugTaking taking) {
        preparations.refuseHeld(taking.recordType(), taking.slug(), taking.id(), taking.pointer());
    }
}
