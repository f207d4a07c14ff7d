package org.parole.gateway.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.parole.kit.start.SchemaCheck;

import io.quarkus.scheduler.Scheduled;

/** Finishes intakes that nobody looks after, because a service or the replica that began them went away. Runs on every replica. */
@ApplicationScoped
class IntakeRecovery {

    private static final Logger LOG = Logger.getLogger(IntakeRecovery.class);

    private final IntakeStore store;
    private final IntakeCoordinator intakes;
    private final SchemaCheck schema;

    IntakeRecovery(IntakeStore store, IntakeCoordinator intakes, SchemaCheck schema) {
        this.store = store;
        this.schema = schema;
        this.intakes = intakes;
    }

    @Scheduled(every = "{parole.intake.recover-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recover() {
        if (!schema.passed()) {
            return;
        }
        List<Intake> left;
        try {
            left = store.claim();
        } catch (IntakeStore.StoreException e) {
            LOG.warnf("Intakes in flight cannot be looked for now: %s", e.getMessage());
            return;
        }
        left.forEach(this::recover);
    }

    private void recover(Intake intake) {
        boolean decided = intake.state() == IntakeState.DECIDED;
        if (decided ? intakes.finish(intake) : intakes.giveUp(intake)) {
            LOG.infof("The intake %s was %s", intake.id(), decided ? "carried out" : "taken back");
        }
    }
}
