package org.parole.tally.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.parole.kit.export.DatasetRecords;
import org.parole.kit.intake.IntakeState;
import org.parole.kit.intake.TwoPhaseIntakes;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.RecordRetracting;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.commitment.Commitments;
import org.parole.tally.exchange.Exchange;
import org.parole.tally.exchange.Exchanges;
import org.parole.tally.report.ReleaseReport;
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
    private final DatasetRecords datasets;

    ReportIntakes(Preparations preparations, Exchanges exchanges, Commitments commitments, Reports reports,
            DatasetRecords datasets) {
        this.preparations = preparations;
        this.exchanges = exchanges;
        this.commitments = commitments;
        this.reports = reports;
        this.datasets = datasets;
    }

    @Override
    protected Class<IntakeBody> bodyType() {
        return IntakeBody.class;
    }

    @Override
    protected Class<IntakePlan> planType() {
        return IntakePlan.class;
    }

    /** Reports wait for others about the same; what is cited by its slug is rare enough to be alone. */
    @Override
    protected Optional<Collection<String>> keysOf(IntakeBody body) {
        if (!body.exchanges().isEmpty() || !body.commitments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(body.releaseReports().stream().map(new References(body)::of)
                .map(report -> Reports.keyOf(report.commitment(), report.exchange(), report.releasingParty()))
                .collect(Collectors.toSet()));
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
    protected void write(IntakeBody body, IntakePlan plan, String by, Set<UUID> added) {
        var references = new References(body);
        List<Exchange> newExchanges = new ArrayList<>();
        for (int i = 0; i < body.exchanges().size(); i++) {
            newExchanges
                    .add(exchanges.draftChecked(plan.exchanges().get(i).id(), references.of(body.exchanges().get(i))));
        }
        exchanges.writeAll(newExchanges, by);
        List<Commitment> newCommitments = new ArrayList<>();
        for (int i = 0; i < body.commitments().size(); i++) {
            newCommitments.add(
                    commitments.draftChecked(plan.commitments().get(i).id(), references.of(body.commitments().get(i))));
        }
        commitments.writeAll(newCommitments, by);
        List<ReleaseReport> newReports = new ArrayList<>();
        for (int i = 0; i < body.releaseReports().size(); i++) {
            newReports.add(reports.draftOf(plan.releaseReports().get(i).id(),
                    references.of(body.releaseReports().get(i)), newReports));
        }
        reports.writeAll(newReports, by);
        datasets.keep(body.dataset(), body.licence(), newReports.stream().map(report -> report.id).toList());
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
