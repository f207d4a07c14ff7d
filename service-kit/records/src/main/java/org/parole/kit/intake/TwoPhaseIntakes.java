package org.parole.kit.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.parole.kit.json.UnboundErrors;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ViolationPointers;
import org.parole.kit.record.Ledger;
import org.parole.kit.record.Recorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A service's part in an intake. Preparing checks everything, settles all ids and holds what the commit will need, so
 * that the commit has nothing left to refuse.
 *
 * @param <B> what is to be written
 * @param <P> the ids that it will have
 */
public abstract class TwoPhaseIntakes<B, P> {

    /**
     * What came out of a preparation.
     *
     * @param added the ids of records that are not recorded yet, as far as that was found out
     */
    public record Prepared<P>(P plan, List<IntakeHold> held, Set<UUID> added) {
    }

    @Inject
    protected IntakeRepository intakes;
    @Inject
    protected IntakeHoldRepository holds;
    @Inject
    protected Ledger ledger;
    @Inject
    protected Recorder recorder;
    @Inject
    protected Validator validator;
    @Inject
    protected ObjectMapper mapper;
    @Inject
    UnboundErrors unbound;

    /** The class of what is to be written. */
    protected abstract Class<B> bodyType();

    /** The class of the ids. */
    protected abstract Class<P> planType();

    /** The keys of what preparing and writing it must not be done beside; empty where both are done alone. */
    protected abstract Optional<Collection<String>> keysOf(B body);

    /** Checks everything and settles the ids; ends with a problem where something is wrong. */
    protected abstract Prepared<P> plan(UUID id, B body);

    /**
     * Writes it; there is nothing that could be refused.
     *
     * @param added records that are known not to be recorded yet; the others are looked for
     */
    protected abstract void write(B body, P plan, String recordedBy, Set<UUID> added);

    /** The type of records that no two prepared intakes can be about to add, so that they need not be looked for; empty where there is none. */
    protected String typeAddedByOne() {
        return "";
    }

    /** The same ids with how far the intake is. */
    protected abstract P in(P plan, IntakeState state);

    /** An intake that has no ids. */
    protected abstract P empty(UUID id, IntakeState state);

    /** Checks everything and holds what is needed; the same answer when asked again with the same body. */
    @Transactional
    public P prepare(UUID id, B body) {
        // Two intakes may be about to add the same record, so preparing takes the keys of that as well.
        begin(id, body);
        Intake known = intakes.findById(id);
        if (known != null) {
            return preparedBefore(known, body);
        }
        Intake intake = newIntake(id, body);
        Prepared<P> prepared = planOf(id, body);
        intake.plan = json(prepared.plan());
        intakes.persist(intake);
        holds.add(prepared.held());
        return prepared.plan();
    }

    private Intake newIntake(UUID id, B body) {
        var intake = new Intake();
        intake.id = id;
        intake.state = IntakeState.PREPARED;
        intake.preparedBy = recorder.name();
        intake.request = json(body);
        return intake;
    }

    /**
     * Checks everything and writes it, in one transaction: for the last service that takes part in an intake, so that this transaction is
     * the decision. The same answer when asked again with the same body.
     */
    @Transactional
    public P writeAtOnce(UUID id, B body) {
        begin(id, body);
        Intake known = intakes.findById(id);
        if (known != null) {
            P plan = preparedBefore(known, body);
            return known.state == IntakeState.PREPARED ? write(known, body) : plan;
        }
        Intake intake = newIntake(id, body);
        Prepared<P> prepared = planOf(id, body);
        intake.plan = json(prepared.plan());
        write(body, prepared.plan(), intake.preparedBy, prepared.added());
        intake.state = IntakeState.COMMITTED;
        intake.decidedAt = ledger.recordedAt();
        intakes.persist(intake);
        ledger.publish();
        return in(prepared.plan(), IntakeState.COMMITTED);
    }

    /** Checks everything as for a preparation, and keeps nothing. */
    @Transactional
    public P check(UUID id, B body) {
        return planOf(id, body).plan();
    }

    /** The plan; what could not be bound of the body is told with what is wrong with the rest. */
    private Prepared<P> planOf(UUID id, B body) {
        List<FieldError> errors = new ArrayList<>(unbound.all());
        Prepared<P> prepared = null;
        try {
            prepared = plan(id, body);
        } catch (ProblemException e) {
            if (errors.isEmpty() || e.problem().errors() == null) {
                throw e;
            }
            // What was left out since it cannot be bound is not missing.
            e.problem().errors().stream().filter(error -> errors.stream().noneMatch(
                    known -> (error.pointer() + "/").startsWith(known.pointer() + "/")))
                    .toList().forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            errors.sort(ViolationPointers.ORDER);
            throw ProblemException.invalidBody(errors);
        }
        return prepared;
    }

    /** Makes it visible. The same answer when asked again. */
    @Transactional
    public P commit(UUID id) {
        Intake intake = find(id);
        if (intake.state == IntakeState.PREPARED) {
            // What is to be written tells the keys; whether it still is shows behind them.
            B body = read(intake.request, bodyType());
            begin(id, body);
            intakes.getEntityManager().refresh(intake);
            if (intake.state == IntakeState.PREPARED) {
                return write(intake, body);
            }
        }
        if (intake.state == IntakeState.ABORTED) {
            throw ProblemException.conflict("The intake was aborted.");
        }
        return in(read(intake.plan, planType()), IntakeState.COMMITTED);
    }

    private P write(Intake intake, B body) {
        P plan = read(intake.plan, planType());
        // The records contain the content when this transaction ends.
        Set<UUID> added = Set.copyOf(holds.release(intake.id, typeAddedByOne()));
        write(body, plan, intake.preparedBy, added);
        intake.state = IntakeState.COMMITTED;
        intake.decidedAt = ledger.recordedAt();
        ledger.publish();
        return in(plan, IntakeState.COMMITTED);
    }

    private void begin(UUID id, B body) {
        Optional<Collection<String>> keys = keysOf(body);
        if (keys.isEmpty()) {
            ledger.alone();
        } else {
            ledger.beside(Stream.concat(Stream.of(keyOf(id)), keys.get().stream()).toList());
        }
    }

    private static String keyOf(UUID id) {
        return "intake:" + id;
    }

    /** Drops an intake, even before its preparation; a late preparation is then refused. */
    @Transactional
    public void abort(UUID id) {
        ledger.beside(List.of(keyOf(id)));
        var decidedAt = Instant.now();
        Intake intake = intakes.findById(id);
        if (intake == null) {
            intake = new Intake();
            intake.id = id;
            intake.state = IntakeState.ABORTED;
            intake.decidedAt = decidedAt;
            intakes.persist(intake);
            return;
        }
        if (intake.state == IntakeState.COMMITTED) {
            throw ProblemException.conflict("The intake was committed.");
        }
        intake.state = IntakeState.ABORTED;
        intake.decidedAt = decidedAt;
        intake.request = null;
        intake.plan = null;
        holds.release(id);
    }

    /** How far it is. */
    @Transactional
    public P view(UUID id) {
        Intake intake = find(id);
        return intake.plan == null ? empty(id, intake.state) : in(read(intake.plan, planType()), intake.state);
    }

    /** Adds what Bean Validation finds wrong; whether it found nothing. */
    protected boolean validate(Object record, String at, List<FieldError> errors) {
        Set<ConstraintViolation<Object>> violations = validator.validate(record);
        violations.forEach(violation -> errors.add(ViolationPointers.error(at, violation)));
        return violations.isEmpty();
    }

    /** Adds the error of a label, if it has one. */
    public static void checkLabel(String label, boolean taken, String at, List<FieldError> errors) {
        if (label == null || label.isBlank() || label.length() > 100) {
            errors.add(new FieldError(at + "/label", "must have 1 to 100 characters"));
        } else if (taken) {
            errors.add(new FieldError(at + "/label", "must not be in the list twice"));
        }
    }

    private P preparedBefore(Intake known, B body) {
        if (known.state == IntakeState.ABORTED) {
            throw ProblemException.conflict("The intake was aborted.");
        }
        if (!read(known.request, bodyType()).equals(body)) {
            throw ProblemException.conflict("The intake was prepared with another body.");
        }
        return in(read(known.plan, planType()), known.state);
    }

    private Intake find(UUID id) {
        Intake intake = intakes.findById(id);
        if (intake == null) {
            throw ProblemException.notFound("intake", id);
        }
        return intake;
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An intake cannot be read again", e);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An intake cannot be written as JSON", e);
        }
    }
}
