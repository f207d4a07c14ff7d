package org.parole.gateway.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/** Finishes intakes that nobody looks after, because a service or the replica that began them went away. Runs on every replica. */
@ApplicationScoped
class IntakeRecovery {

    private static final Logger LOG = Logger.getLogger(IntakeRecovery.class);

    private final IntakeStore store;
    private final Intakes intakes;

    IntakeRecovery(IntakeStore store, Intakes intakes) {
        this.store = store;
        this.intakes = intakes;
    }

    @Scheduled(every = "{parole.intake.recover-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recover() {
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
