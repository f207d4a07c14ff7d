package org.parole.kit.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.parole.kit.http.Etags;
import org.parole.kit.id.Uuid7;
import org.parole.kit.json.MergePatch;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.AsOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Creates, reads, revises and retracts records of one type, and reads their history.
 *
 * @param <E> the stored revision
 * @param <B> what a client sends
 * @param <V> what a client gets
 */
public abstract class Records<E extends Revisioned, B, V> {

    @Inject
    protected Ledger ledger;
    @Inject
    protected Recorder recorder;
    @Inject
    protected ObjectMapper mapper;
    @Inject
    Etags etags;
    @Inject
    MergePatch mergePatch;
    @Inject
    Event<RecordRetracting> retracting;

    /** "outlet", "document", "speaker", "quote". */
    protected abstract String recordType();

    /** Where the revisions are kept. */
    protected abstract RevisionedRepository<E> repository();

    /** What a client would send to make the revision. */
    protected abstract B bodyOf(E revision);

    /** The class of it. */
    protected abstract Class<B> bodyType();

    /** The revision as clients see it at a record time, or now for null. */
    protected abstract V viewOf(E revision, Instant asOf);

    /**
     * Checks a request body against the other records. Only new bodies are checked: a record that has become invalid meanwhile can
     * still be retracted.
     *
     * @param previous the revision before; null for the first
     * @param at       the JSON Pointer of the body in the request
     */
    protected abstract void check(B body, E previous, String at, UUID id);

    /**
     * A new revision with this content. The caller sets its header: id, number, times, author and reason.
     *
     * @param previous the revision before; null for the first
     */
    protected abstract E newRevision(B body, E previous, UUID id);

    /**
     * What a new record must not be added beside: the keys for {@link Ledger#beside}. None where any two may be added at once;
     * null where it is added {@link Ledger#alone}.
     */
    protected Collection<String> keysOfNew(B body) {
        return null;
    }

    /** Lets this writer begin to change a record: {@link Ledger#alone}, unless the change is known to matter to no other record. */
    protected void beginToPatch(UUID id, JsonNode patch) {
        ledger.alone();
    }

    /** What clients know the record by: its id, where it has no readable name. */
    protected Object publicId(E revision) {
        return revision.id;
    }

    /** What the history compares: the fields that clients send, and computed ones that matter. */
    protected JsonNode stateOf(E revision) {
        return mapper.valueToTree(bodyOf(revision));
    }

    /** Adds a record, and says how clients see it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public V create(B body) {
        return viewOf(add(body), null);
    }

    /** Adds a record. */
    @Transactional(Transactional.TxType.MANDATORY)
    public E add(B body) {
        return add(Uuid7.next(), body, recorder.name(), "");
    }

    /** Adds a record under an id and a name that were settled before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public E add(UUID id, B body, String recordedBy, String at) {
        Collection<String> keys = keysOfNew(body);
        if (keys == null) {
            ledger.alone();
        } else {
            ledger.beside(keys);
        }
        E first = draft(id, body, at);
        writeAll(List.of(first), recordedBy);
        ledger.publish();
        return first;
    }

    /** The first revision of a record, checked and without a record time; {@link #writeAll} writes it. */
    protected E draft(UUID id, B body, String at) {
        check(body, null, at, id);
        return draftChecked(id, body);
    }

    /** The same of a body that was checked before. */
    public E draftChecked(UUID id, B body) {
        E first = newRevision(body, null, id);
        first.id = id;
        return first;
    }

    /** Writes the first revisions of records, all at once, and notes the changes; {@link Ledger#publish} has to follow. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeAll(List<E> drafts, String recordedBy) {
        if (drafts.isEmpty()) {
            return;
        }
        Instant recordedAt = ledger.recordedAt();
        for (E first : drafts) {
            first.begin(first.id, recordedAt, recordedBy);
        }
        repository().addAll(drafts);
        for (E first : drafts) {
            ledger.note(ChangeKind.CREATED, recordType(), publicId(first), 1);
        }
        addedAll(drafts);
    }

    /** The current revision of the record. */
    @Transactional
    public V view(UUID id) {
        return viewOf(requireCurrent(id), null);
    }

    /** The record at a record time, or now for null. */
    @Transactional
    public V view(UUID id, AsOf asOf) {
        Instant at = ledger.readAt(asOf);
        return viewOf(requireAsOf(id, at), at);
    }

    /** Changes the fields that the patch names; a patch after which all is as before makes no revision. */
    @Transactional
    public V patch(UUID id, String ifMatch, JsonNode patch, EditorialRevision why) {
        beginToPatch(id, patch);
        E current = requireCurrent(id);
        requireMatch(ifMatch, viewOf(current, null));
        B before = bodyOf(current);
        B body = mergePatch.apply(before, patch, bodyType());
        if (body.equals(before)) {
            return viewOf(current, null);
        }
        check(body, current, "", id);
        E next = newRevision(body, current, id);
        saveRevision(current, next, why.type.revisionType(), why.reason, ChangeKind.REVISED);
        return viewOf(next, null);
    }

    /**
     * Brings the record to this content, for an import whose file was corrected.
     *
     * @return whether it was anything else before, so that there is a new revision now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean revise(UUID id, B body, String reason) {
        ledger.alone();
        E current = requireCurrent(id);
        if (body.equals(bodyOf(current))) {
            return false;
        }
        check(body, current, "", id);
        saveRevision(current, newRevision(body, current, id), RevisionType.CORRECTION, reason,
                ChangeKind.REVISED);
        return true;
    }

    /**
     * Brings the record back to the content that it had before a revision, unless it has another one since.
     *
     * @return whether it was so
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeBack(UUID id, int revision, String reason) {
        ledger.alone();
        E current = repository().findLatest(id).orElseThrow();
        if (current.retracted || current.revision != revision || revision == 1) {
            return false;
        }
        E before = repository().findHistory(id).get(revision - 2);
        return revise(id, bodyOf(before), reason);
    }

    /** Retracts the record: it stays in the history and in answers for earlier record times. */
    @Transactional
    public void retract(UUID id, String ifMatch, String reason) {
        ledger.alone();
        E current = requireCurrent(id);
        requireMatch(ifMatch, viewOf(current, null));
        retracting.fire(new RecordRetracting(recordType(), id));
        E next = copy(current);
        next.retracted = true;
        saveRevision(current, next, RevisionType.RETRACTION, reason, ChangeKind.RETRACTED);
    }

    /** All revisions of the record. */
    @Transactional
    public History history(UUID id) {
        List<E> revisions = repository().findHistory(id);
        if (revisions.isEmpty()) {
            throw ProblemException.notFound(recordType(), id);
        }
        List<Revision> items = new ArrayList<>();
        JsonNode before = null;
        boolean retractedBefore = false;
        for (E revision : revisions) {
            JsonNode state = stateOf(revision);
            List<FieldDiff.FieldChange> changes = new ArrayList<>();
            if (before != null) {
                changes.addAll(FieldDiff.between(before, state));
            }
            if (revision.retracted != retractedBefore) {
                var json = JsonNodeFactory.instance;
                changes.add(new FieldDiff.FieldChange("/retracted", json.booleanNode(retractedBefore),
                        json.booleanNode(revision.retracted)));
            }
            items.add(new Revision(recordType(), revision.revision, revision.revisionType, revision.reason,
                    revision.recordedFrom,
                    revision.recordedBy, changes, state));
            before = state;
            retractedBefore = revision.retracted;
        }
        return new History(items);
    }

    /** Called after records were added in one go. */
    protected void addedAll(List<E> first) {
        first.forEach(this::added);
    }

    /** Called after a record was added. */
    protected void added(E first) {
    }

    /** Called after a record was revised or retracted. */
    protected void revised(E before, E after) {
    }

    /** Checks that a change is meant for the current revision. */
    protected void requireMatch(String ifMatch, V current) {
        etags.require(ifMatch, current);
    }

    /** A copy of the content, for a revision that changes something else. */
    protected E copy(E current) {
        return newRevision(bodyOf(current), current, current.id);
    }

    /** Saves the revision that follows the current one, and adds the change to the feed. */
    protected void saveRevision(E current, E next, RevisionType type, String reason, ChangeKind kind) {
        next.follow(current, type, reason, ledger.recordedAt(),
                type == RevisionType.REVERIFICATION ? Recorder.SYSTEM : recorder.name());
        repository().replace(next);
        ledger.append(kind, recordType(), publicId(next), next.revision);
        revised(current, next);
    }

    /**
     * The current revision.
     *
     * @throws ProblemException 404 for an unknown id, 410 for a retracted record
     */
    protected E requireCurrent(UUID id) {
        return requireAsOf(id, null);
    }

    /**
     * The revision at a record time, or the current one for null.
     *
     * @throws ProblemException 404 for an id that was unknown then, 410 for a record that was retracted then
     */
    protected E requireAsOf(UUID id, Instant asOf) {
        E revision = repository().findAsOf(id, asOf).orElseThrow(() -> ProblemException.notFound(recordType(), id));
        if (revision.retracted) {
            throw ProblemException.retracted(recordType(), publicId(revision), revision.reason);
        }
        return revision;
    }
}
