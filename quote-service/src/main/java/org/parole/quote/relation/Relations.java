package org.parole.quote.relation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Records;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.time.AsOf;
import org.parole.quote.quote.Quotes;

/** What can be done with relations. */
@ApplicationScoped
public class Relations extends Records<Relation, RelationBody, RelationView> {

    private static final String LIST = "relations";

    private final RelationRepository relations;
    private final Quotes quotes;
    private final Cursors cursors;

    Relations(RelationRepository relations, Quotes quotes, Cursors cursors) {
        this.relations = relations;
        this.quotes = quotes;
        this.cursors = cursors;
    }

    @Transactional
    Page<RelationView> of(UUID quote, AsOf asOf, PageRequest page) {
        quotes.view(quote, asOf);
        List<Object> filters = Arrays.asList(quote, asOf);
        UUID after = page.cursor == null
                ? null
                : CursorKeys.uuid(cursors.decode(page.cursor, LIST, filters, 1).get(0));
        List<Relation> rows = relations.findOf(quote, ledger.readAt(asOf), after, page.limit + 1);
        return Page.of(rows, page.limit, last -> cursors.encode(LIST, filters, List.of(last.id.toString())))
                .map(relation -> viewOf(relation, null));
    }

    /** Retracts a relation that the quote has. */
    @Transactional
    void retractOf(UUID quote, UUID id, String ifMatch, String reason) {
        ledger.alone();
        requireOf(quote, requireCurrent(id));
        retract(id, ifMatch, reason);
    }

    @Transactional
    RelationView viewOf(UUID quote, UUID id, AsOf asOf) {
        Relation relation = requireAsOf(id, ledger.readAt(asOf));
        requireOf(quote, relation);
        return viewOf(relation, null);
    }

    private void requireOf(UUID quote, Relation relation) {
        if (!relation.fromQuote.equals(quote) && !relation.toQuote.equals(quote)) {
            throw ProblemException.notFound(recordType(), relation.id);
        }
    }

    @Override
    protected String recordType() {
        return "relation";
    }

    @Override
    protected RevisionedRepository<Relation> repository() {
        return relations;
    }

    @Override
    protected RelationBody bodyOf(Relation relation) {
        return new RelationBody(relation.fromQuote, relation.type, relation.toQuote, relation.note,
                relation.forcedReason);
    }

    @Override
    protected Class<RelationBody> bodyType() {
        return RelationBody.class;
    }

    @Override
    protected RelationView viewOf(Relation relation, Instant asOf) {
        return new RelationView(relation.id, relation.revision, relation.revisionType, relation.reason,
                relation.recordedFrom, relation.recordedBy, relation.fromQuote, relation.type, relation.toQuote,
                relation.note, relation.forcedReason);
    }

    @Override
    protected Collection<String> keysOfNew(RelationBody body) {
        return List.of("relation:" + body.from() + ':' + body.type() + ':' + body.to());
    }

    @Override
    protected void check(RelationBody body, Relation previous, String at, UUID id) {
        if (body.to().equals(body.from())) {
            throw ProblemException.invalidBody(at + "/to", "must be another quote");
        }
        Instant from = quotes.saidAt(body.from()).orElseThrow(() -> ProblemException.notFound("quote", body.from()));
        Instant to = quotes.saidAt(body.to())
                .orElseThrow(() -> ProblemException.invalidBody(at + "/to", "is not the id of a quote"));
        if (from.isBefore(to) && body.forcedReason() == null) {
            throw ProblemException.invalidBody(at + "/forcedReason",
                    "must be given, because the other quote is the later one");
        }
        relations.findActive(body.from(), body.type(), body.to()).ifPresent(known -> {
            throw ProblemException.conflict(at + "/to", "This relation is already recorded, with id " + known.id + ".");
        });
    }

    @Override
    protected Relation newRevision(RelationBody body, Relation previous, UUID id) {
        var relation = new Relation();
        relation.fromQuote = body.from();
        relation.type = body.type();
        relation.toQuote = body.to();
        relation.note = body.note();
        relation.forcedReason = body.forcedReason();
        return relation;
    }
}
