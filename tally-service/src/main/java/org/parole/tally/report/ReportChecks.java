package org.parole.tally.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.problem.FieldError;
import org.parole.tally.agreement.Agreement;
import org.parole.tally.agreement.AgreementRepository;
import org.parole.tally.commitment.Beside;
import org.parole.tally.commitment.Commitment;
import org.parole.tally.commitment.CommitmentRepository;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.Basis;
import org.parole.tally.count.Stage;
import org.parole.tally.exchange.Exchange;
import org.parole.tally.exchange.ExchangeRepository;
import org.parole.tally.party.Parties;

/** What can be wrong with a release report beyond its single fields. */
@ApplicationScoped
class ReportChecks {

    private final CommitmentRepository commitments;
    private final ExchangeRepository exchanges;
    private final AgreementRepository agreements;
    private final Parties parties;

    ReportChecks(CommitmentRepository commitments, ExchangeRepository exchanges, AgreementRepository agreements,
            Parties parties) {
        this.commitments = commitments;
        this.exchanges = exchanges;
        this.agreements = agreements;
        this.parties = parties;
    }

    /** All of it; {@code at} is where the report stands in the request, {@code beside} what the request adds with it. */
    List<FieldError> defectsOf(ReportBody body, String at, Beside beside) {
        List<FieldError> errors = new ArrayList<>();
        checkSubject(body, at, beside, errors);
        checkDates(body, at, errors);
        checkFigure(body, at, errors);
        checkPart(body, at, errors);
        checkScopes(body, at, errors);
        return errors;
    }

    private void checkSubject(ReportBody body, String at, Beside beside, List<FieldError> errors) {
        Optional<Commitment> commitment = body.commitment() == null
                ? Optional.<Commitment>empty()
                : beside.commitment(body.commitment()).or(() -> commitments.findUsableCalled(body.commitment()));
        Optional<Exchange> exchange = body.exchange() == null
                ? Optional.<Exchange>empty()
                : beside.exchange(body.exchange()).or(() -> exchanges.findUsableCalled(body.exchange()));
        long given = Stream.of(body.commitment(), body.exchange(), body.releasingParty()).filter(Objects::nonNull)
                .count();
        if (given > 1) {
            errors.add(new FieldError(at + (body.exchange() != null ? "/exchange" : "/releasingParty"),
                    "must be the only one of commitment, exchange and releasingParty: a report is about a commitment, about an exchange as a whole, or about a"
                            + " release that belongs to neither"));
        }
        if (body.commitment() != null && commitment.isEmpty()) {
            errors.add(new FieldError(at + "/commitment", "is not the slug of a commitment"));
        }
        if (body.exchange() != null && exchange.isEmpty()) {
            errors.add(new FieldError(at + "/exchange", "is not the slug of an exchange"));
        }
        checkParty(body.releasingParty(), at + "/releasingParty", errors);
        checkParty(body.receivingParty(), at + "/receivingParty", errors);
        if (body.receivingParty() != null && body.releasingParty() == null) {
            errors.add(new FieldError(at + "/receivingParty", "must be absent without releasingParty"));
        } else if (body.receivingParty() != null && body.receivingParty().equals(body.releasingParty())) {
            errors.add(new FieldError(at + "/receivingParty", "must be another party than releasingParty"));
        }
        if (body.ordinal() != null && exchange.isEmpty() && commitment.map(c -> c.exchange).isEmpty()) {
            errors.add(new FieldError(at + "/ordinal",
                    "must be absent without an exchange, because it is the number of an exchange"));
        }
        Optional<Agreement> agreement = commitment.map(c -> c.agreement).or(() -> exchange.map(e -> e.agreement))
                .flatMap(agreements::findUsableCalled);
        // What is demanded or offered comes before an agreement; what it leads to cannot.
        if (body.stage() != Stage.DEMANDED && body.stage() != Stage.OFFERED
                && agreement.filter(a -> a.isAfter(body.eventOn().to())).isPresent()) {
            errors.add(new FieldError(at + "/eventOn",
                    "must not be before the agreement, signed on " + agreement.get().signedOn()));
        }
    }

    private void checkParty(String slug, String at, List<FieldError> errors) {
        if (slug != null && !parties.unknown(List.of(slug)).isEmpty()) {
            errors.add(new FieldError(at, "is not the slug of a party"));
        }
    }

    private static void checkDates(ReportBody body, String at, List<FieldError> errors) {
        var now = Instant.now();
        if (!body.stage().isIntent() && body.eventOn().isInFuture(now)) {
            errors.add(new FieldError(at + "/eventOn", "must not be in the future"));
        }
        if (body.eventSince() != null && body.eventSince().isAfter(body.eventOn().from())) {
            errors.add(new FieldError(at + "/eventSince", "must not be after eventOn"));
        }
        if (body.publishedAt().isInFuture(now)) {
            errors.add(new FieldError(at + "/publishedAt", "must not be in the future"));
        } else if (body.stage().isRelease() && body.eventOn().isAfter(body.publishedAt())) {
            errors.add(new FieldError(at + "/publishedAt", "must not be before eventOn with " + body.stage()
                    + ", because a reported release has already happened"));
        }
    }

    private static void checkFigure(ReportBody body, String at, List<FieldError> errors) {
        if (body.basis() == Basis.TOTAL && !body.stage().isIntent()) {
            errors.add(new FieldError(at + "/basis",
                    "must not be TOTAL with " + body.stage()
                            + ", because TOTAL states the commitment and not a release"));
        }
        if (body.basis() == Basis.REARRESTED && body.stage().isIntent()) {
            errors.add(new FieldError(at + "/basis", "must not be REARRESTED with " + body.stage()
                    + ", because it counts people who were arrested again"));
        }
        if (body.exchange() != null && body.basis() != Basis.BATCH && body.basis() != Basis.CUMULATIVE) {
            errors.add(new FieldError(at + "/basis",
                    "must be BATCH or CUMULATIVE with exchange, which counts both directions together"));
        }
    }

    private static void checkPart(ReportBody body, String at, List<FieldError> errors) {
        Integer most = body.quantity() == null ? null : mostOf(body.quantity());
        if (body.outOf() != null && most != null && body.outOf() < most) {
            errors.add(new FieldError(at + "/outOf", "must not be below the quantity, " + most + "; it is "
                    + body.outOf()));
        }
        if (body.partsComplete() && body.outOf() == null) {
            errors.add(new FieldError(at + "/outOf",
                    "must be given with partsComplete, because it is the whole of the parts"));
        }
        if (body.partsComplete() && body.categoryDetail() == null && body.place() == null
                && body.categoryKind() == null) {
            errors.add(new FieldError(at + "/partsComplete",
                    "must be absent without categoryDetail, categoryKind or place, which describe the part"));
        }
    }

    /** The highest number that a quantity names, or null: a part between 10 and 30 is no part of 20. */
    private static Integer mostOf(QuantityBody quantity) {
        return Stream.of(quantity.min(), quantity.floor(), quantity.max()).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    private static void checkScopes(ReportBody body, String at, List<FieldError> errors) {
        if (body.scopes() == null) {
            return;
        }
        if (body.scope() != null) {
            errors.add(new FieldError(at + "/scopes", "must not be given together with scope, which names one list"));
        }
        if (new HashSet<>(body.scopes()).size() < body.scopes().size()) {
            errors.add(new FieldError(at + "/scopes", "must not name a list twice"));
        }
    }
}
