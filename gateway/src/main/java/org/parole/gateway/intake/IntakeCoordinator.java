package org.parole.gateway.intake;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.parole.gateway.access.Caller;
import org.parole.gateway.compose.Query;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceAnswer;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.id.Uuid7;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ViolationPointers;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes one document with its quotes, exchanges, commitments and release reports into both services, all of it or nothing.
 * The last service that takes part checks and writes its part in one transaction, which is the commit point: an abort that comes later is
 * refused, and an abort that comes before keeps it from being written. So that service alone has to be asked what was decided. With
 * something for the tally-service this is the last one; the quote-service has prepared its part before, invisible to readers, and commits
 * it then. After a failure any replica asks for an abort, and carries the intake out where that is refused.
 */
@ApplicationScoped
public class IntakeCoordinator {

    private static final Logger LOG = Logger.getLogger(IntakeCoordinator.class);

    // Longer than any call's own deadline, so that it only ends what would otherwise never end.
    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(2);

    private static final int CONFLICT = 409;

    private static final String COMMIT = "/commit";

    private final IntakeStore store;
    private final ServiceClient services;
    private final IntakeConfig config;
    private final ObjectMapper mapper;

    IntakeCoordinator(IntakeStore store, ServiceClient services, IntakeConfig config, ObjectMapper mapper) {
        this.store = store;
        this.services = services;
        this.config = config;
        this.mapper = mapper;
    }

    /** Does the whole of it, or, for a key that was used before, says again what came of it. */
    public IntakeView take(JsonNode body, String idempotencyKey, Caller caller) {
        IntakeRequest request = IntakeRequest.of(body);
        if (!request.errors().isEmpty()) {
            return check(request, caller);
        }
        byte[] hash = hash(body);
        if (idempotencyKey != null) {
            Optional<Intake> first = store.find(caller.name(), idempotencyKey);
            if (first.isPresent()) {
                return again(first.get(), hash);
            }
        }
        Intake intake = new Intake(Uuid7.next(), IntakeState.PREPARING, request.concernsTallies(), caller, hash,
                null);
        if (!store.begin(intake, idempotencyKey, config.prepareWithin())) {
            return store.find(caller.name(), idempotencyKey).map(first -> again(first, hash)).orElseThrow(
                    IntakeCoordinator::underWay);
        }
        IntakeResult result = prepareOrGiveUp(intake, request, idempotencyKey != null);
        IntakeState state = tell(intake.prepared(), intake, HttpMethod.POST, COMMIT)
                ? IntakeState.COMMITTED
                : IntakeState.DECIDED;
        try {
            store.written(intake.id(), state, result, config.firstRetry());
        } catch (IntakeStore.StoreException e) {
            // The recovery finds out that it is written, and stores that.
            LOG.warnf(e, "The intake %s is written; that will be stored later", intake.id());
        }
        return IntakeView.of(intake.id(), state, result);
    }

    /** Whether an intake with this key was begun and not taken back. */
    public boolean isBegun(String idempotencyKey, Caller caller) {
        return store.find(caller.name(), idempotencyKey).isPresent();
    }

    /** Checks all of it as for writing, and writes nothing; 422 with what is wrong for either service or here. */
    public IntakeView check(JsonNode body, Caller caller) {
        return check(IntakeRequest.of(body), caller);
    }

    private IntakeView check(IntakeRequest request, Caller caller) {
        Intake intake = new Intake(Uuid7.next(), IntakeState.CHECKED, request.concernsTallies(), caller, new byte[0],
                null);
        try {
            return IntakeView.of(intake.id(), IntakeState.CHECKED,
                    prepare(intake, request, false, Deadline.in(config.prepareWithin())));
        } catch (ServiceFailure failure) {
            if (request.errors().isEmpty()) {
                throw failure.asProblemOfNothingWritten();
            }
            throw ProblemException.invalidBody(request.errors());
        }
    }

    Optional<IntakeView> find(UUID id) {
        return store.find(id).map(intake -> IntakeView.of(intake.id(), intake.state(), intake.result()));
    }

    private static IntakeView again(Intake first, byte[] hash) {
        if (!MessageDigest.isEqual(first.requestHash(), hash)) {
            throw ProblemException.idempotencyKeyReused();
        }
        if (first.result() == null) {
            throw underWay();
        }
        return IntakeView.of(first.id(), first.state(), first.result());
    }

    private static ProblemException underWay() {
        return ProblemException.conflict("The first request with this Idempotency-Key is still in progress. Try again.")
                .with("Retry-After", "1");
    }

    private IntakeResult prepareOrGiveUp(Intake intake, IntakeRequest request, boolean hasKey) {
        try {
            return prepare(intake, request, hasKey, Deadline.in(config.prepareWithin()));
        } catch (RuntimeException e) {
            boolean mayBeWritten = mayBeWritten(intake, e);
            boolean isTakenBack = giveUp(intake, mayBeWritten);
            if (e instanceof ServiceFailure failure) {
                LOG.warnf(failure.getCause(), "%s The intake %s was given up.", failure.sentence(), intake.id());
                if (mayBeWritten && !isTakenBack) {
                    throw unknown(intake.id());
                }
                throw failure.asProblemOfNothingWritten();
            }
            throw e;
        }
    }

    private static boolean mayBeWritten(Intake intake, RuntimeException failure) {
        if (failure instanceof ServiceFailure known) {
            return known.service() == intake.decider() && known.mayBeDone();
        }
        // A problem is an answer of a service that has written nothing.
        return !(failure instanceof ProblemException);
    }

    /** What both services make of it; what is wrong is told at once, whichever of them finds it. */
    private IntakeResult prepare(Intake intake, IntakeRequest request, boolean hasKey, Deadline deadline) {
        List<FieldError> errors = new ArrayList<>(request.errors());
        ServiceAnswer quotes = prepare(ServiceName.QUOTES, intake, request.forQuotes(hasKey), !errors.isEmpty(),
                deadline);
        if (!quotes.isSuccess()) {
            add(errors, problemIn(ServiceName.QUOTES, quotes, null));
        }
        IntakeResult prepared = quotes.isSuccess()
                ? IntakeAnswers.ofQuotes(quotes.body())
                : request.imagined();
        if (intake.withTallies()) {
            ServiceAnswer tallies = prepare(ServiceName.TALLIES, intake,
                    request.forTallies(prepared, publishedDocument(request, intake.caller(), deadline)),
                    !errors.isEmpty(), deadline);
            if (tallies.isSuccess()) {
                prepared = IntakeAnswers.withTallies(prepared, tallies.body());
            } else {
                add(errors, problemIn(ServiceName.TALLIES, tallies, request));
            }
        }
        if (!errors.isEmpty()) {
            errors.sort(ViolationPointers.ORDER);
            throw ProblemException.invalidBody(errors);
        }
        return prepared;
    }

    /** Adds what a service found wrong, once for each place; what is no matter of fields is thrown. */
    private static void add(List<FieldError> errors, RuntimeException failure) {
        if (!(failure instanceof ProblemException problem) || problem.problem().status() != 422
                || problem.problem().errors() == null) {
            throw failure;
        }
        for (FieldError error : problem.problem().errors()) {
            if (errors.stream().noneMatch(known -> known.pointer().equals(error.pointer()))) {
                errors.add(error);
            }
        }
    }

    private ServiceAnswer prepare(ServiceName service, Intake intake, ObjectNode body, boolean dry,
            Deadline deadline) {
        boolean nothingKept = dry || intake.state() == IntakeState.CHECKED;
        String how = nothingKept ? "?dryRun=true" : service == intake.decider() ? "?commit=true" : "";
        return await(services.repeatable(HttpMethod.PUT, service, path(intake) + how, body, deadline,
                intake.caller()));
    }

    /** What reports take from the document: as the request has it, or from the records that the request names. */
    private IntakeRequest.PublishedDocument publishedDocument(IntakeRequest request, Caller caller, Deadline deadline) {
        if (!request.reportsNeedTheDocument()) {
            return new IntakeRequest.PublishedDocument(null, null, null);
        }
        if (request.existingDocument() != null) {
            JsonNode document = read(ServiceName.QUOTES,
                    "/api/v1/documents/" + Query.segment(request.existingDocument()), caller, deadline);
            return new IntakeRequest.PublishedDocument(document.path("url").textValue(),
                    document.path("publishedAt").textValue(), document.path("outlet").path("name").textValue());
        }
        String outlet = request.existingOutlet() == null
                ? null
                : read(ServiceName.QUOTES, "/api/v1/outlets/" + Query.segment(request.existingOutlet()), caller,
                        deadline).path("name").textValue();
        return request.describedDocument(outlet);
    }

    private JsonNode read(ServiceName service, String uri, Caller caller, Deadline deadline) {
        return await(services.get(service, uri, deadline, caller)).body();
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException
                .unavailable("It is not known yet whether the intake was written. Read /api/v1/intake/" + id
                        + ", or send the request again with the same Idempotency-Key.", Duration.ofSeconds(5));
    }

    /**
     * Gives up an intake that is not known to be written and takes it back; false when it was written, or when something of that is left
     * over for later.
     */
    boolean giveUp(Intake intake) {
        return giveUp(intake, true);
    }

    private boolean giveUp(Intake intake, boolean mayBeWritten) {
        try {
            return store.giveUp(intake.id(), config.firstRetry())
                    && (mayBeWritten ? undoUnlessWritten(intake) : undo(intake.participants(), intake));
        } catch (IntakeStore.StoreException e) {
            LOG.warnf(e, "The intake %s will be given up later", intake.id());
            return false;
        }
    }

    /** Carries a decision out at all services that take part; what is left over is for later. */
    boolean finish(Intake intake) {
        if (!tell(intake.participants(), intake, HttpMethod.POST, COMMIT)) {
            return false;
        }
        try {
            store.written(intake.id(), IntakeState.COMMITTED, intake.result(), config.firstRetry());
        } catch (IntakeStore.StoreException e) {
            LOG.warnf(e, "The intake %s is committed; that will be stored later", intake.id());
        }
        return true;
    }

    private boolean undo(List<ServiceName> told, Intake intake) {
        if (!tell(told, intake, HttpMethod.DELETE, "")) {
            return false;
        }
        store.aborted(intake.id());
        return true;
    }

    /** Takes back what is not written; where it has been written after all, that is stored and carried out. */
    private boolean undoUnlessWritten(Intake intake) {
        Deadline deadline = Deadline.in(config.finishWithin());
        try {
            ServiceAnswer answer = await(services.repeatable(HttpMethod.DELETE, intake.decider(), path(intake), null,
                    deadline, intake.caller()));
            if (answer.isSuccess()) {
                return undo(intake.prepared(), intake);
            }
            if (answer.status() == CONFLICT) {
                IntakeResult result = written(intake, deadline);
                store.written(intake.id(), IntakeState.DECIDED, result, config.firstRetry());
                LOG.infof("The intake %s had been written after all", intake.id());
                finish(intake.decided(result));
                return false;
            }
            LOG.errorf("The %s answered %d to the end of the intake %s", intake.decider(), answer.status(),
                    intake.id());
        } catch (ServiceFailure failure) {
            LOG.warnf(failure.getCause(), "%s The intake %s waits for it.", failure.sentence(), intake.id());
        }
        return false;
    }

    /** The ids as the services keep them. */
    private IntakeResult written(Intake intake, Deadline deadline) {
        IntakeResult quotes = IntakeAnswers
                .ofQuotes(read(ServiceName.QUOTES, path(intake), intake.caller(), deadline));
        return intake.withTallies()
                ? IntakeAnswers.withTallies(quotes,
                        read(ServiceName.TALLIES, path(intake), intake.caller(), deadline))
                : quotes;
    }

    private boolean tell(List<ServiceName> told, Intake intake, HttpMethod method, String step) {
        if (told.isEmpty()) {
            return true;
        }
        Deadline deadline = Deadline.in(config.finishWithin());
        List<Uni<Boolean>> all = told.stream().map(service -> services
                .repeatable(method, service, path(intake) + step, null, deadline, intake.caller()).map(answer -> {
                    if (!answer.isSuccess()) {
                        LOG.errorf("The %s answered %d to %s of the intake %s", service, answer.status(), method,
                                intake.id());
                    }
                    return answer.isSuccess();
                }).onFailure(ServiceFailure.class).recoverWithItem(failure -> {
                    LOG.warnf(failure.getCause(), "%s The intake %s waits for it.", failure.sentence(), intake.id());
                    return false;
                })).toList();
        return await(Uni.combine().all().unis(all).with(Boolean.class, done -> !done.contains(false)));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(FAR_TOO_LONG);
    }

    private static String path(Intake intake) {
        return "/internal/intakes/" + intake.id();
    }

    /** What a service found wrong, with places in the client's body. */
    private RuntimeException problemIn(ServiceName service, ServiceAnswer answer, IntakeRequest request) {
        if (answer.status() != 400 && answer.status() != 409 && answer.status() != 422) {
            LOG.errorf("The %s answered %d to an intake", service, answer.status());
            return new ServiceFailure(service, ServiceFailure.Kind.REFUSED);
        }
        try {
            Problem problem = mapper.treeToValue(answer.body(), Problem.class);
            List<FieldError> errors = problem.errors() == null || request == null
                    ? problem.errors()
                    : problem.errors().stream()
                            .map(error -> new FieldError(request.clientPointer(error.pointer()), error.detail()))
                            .toList();
            return new ProblemException(new Problem(problem.type(), problem.title(), problem.status(),
                    detail(problem, errors), null, errors));
        } catch (JsonProcessingException e) {
            return new ServiceFailure(service, ServiceFailure.Kind.BROKEN, e);
        }
    }

    private static String detail(Problem problem, List<FieldError> errors) {
        boolean moved = errors != null && !errors.equals(problem.errors());
        return moved && URI.create("urn:parole:problem:invalid-body").equals(problem.type())
                ? ProblemException.invalidBody(errors).problem().detail()
                : problem.detail();
    }

    private byte[] hash(JsonNode body) {
        try {
            // Sorted, so that the same request in another order of its fields is the same request.
            byte[] sorted = mapper.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsBytes(mapper.treeToValue(body, Object.class));
            return MessageDigest.getInstance("SHA-256").digest(sorted);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A tree can always be written, and every Java has SHA-256", e);
        }
    }
}
