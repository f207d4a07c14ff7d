package org.parole.tally.slug;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.EditorialRevision;
import org.parole.kit.record.Filter;
import org.parole.kit.record.History;
import org.parole.kit.record.Idempotency;
import org.parole.kit.record.Records;
import org.parole.kit.time.AsOf;

import com.fasterxml.jackson.databind.JsonNode;

/** How records with slugs are created, read, revised, retracted and looked back upon. */
public abstract class SluggedRecords<E extends Slugged, B, V> extends Records<E, B, V> {

    @Inject
    Event<SlugTaking> taking;

    @Inject
    Idempotency idempotency;

    @Override
    protected abstract SluggedRepository<E> repository();

    /** What their list is called in its path: "parties", "agreements", "exchanges" or "commitments". */
    protected abstract String listName();

    @Override
    protected Object publicId(E revision) {
        return revision.slug;
    }

    /**
     * Creates the record, once for each key and caller, and says where it can be read.
     *
     * @param key the header Idempotency-Key; null to create it in any case
     */
    @Transactional
    public RestResponse<V> createOnce(String key, B body, Class<V> type) {
        return idempotency.once(key, "POST /" + listName(), body, type, () -> {
            E first = add(body);
            return RestResponse.ResponseBuilder.<V>created(URI.create("/api/v1/" + listName() + "/" + first.slug))
                    .entity(viewOf(first, null)).build();
        });
    }

    /** The record at a record time, or now for null. */
    @Transactional
    public V view(String slug, AsOf asOf) {
        return view(idOf(slug), asOf);
    }

    /** Changes the fields that the patch names. */
    @Transactional
    public V patch(String slug, String ifMatch, JsonNode patch, EditorialRevision why) {
        return patch(idOf(slug), ifMatch, patch, why);
    }

    /** Retracts the record. */
    @Transactional
    public void retract(String slug, String ifMatch, String reason) {
        retract(idOf(slug), ifMatch, reason);
    }

    /** All revisions of the record. */
    @Transactional
    public History history(String slug) {
        return history(idOf(slug));
    }

    /** Refuses a slug that is taken, and one that changes. */
    protected void checkSlug(String slug, E previous, String at, UUID id) {
        if (previous != null) {
            if (!previous.slug.equals(slug)) {
                throw ProblemException.invalidBody(at + "/slug",
                        "must stay '" + previous.slug + "', because others may cite it");
            }
            return;
        }
        checkFree(slug, at);
        taking.fire(new SlugTaking(recordType(), slug, id, at + "/slug"));
    }

    /** Refuses a slug that a record has or had; {@code at} is where the new one's body stands in the request. */
    public void checkFree(String slug, String at) {
        repository().findLatestCalled(slug).ifPresent(other -> {
            throw ProblemException.conflict(at + "/slug",
                    "There is " + (recordType().matches("[aeiou].*") ? "an " : "a ") + recordType() + " with this slug"
                            + (other.retracted ? ", which was retracted; a slug is never used again." : "."));
        });
    }

    /** One page in the order of the slugs. */
    protected Page<V> page(Cursors cursors, List<?> filters, Filter filter, Instant at, PageRequest page) {
        if (page.cursor != null) {
            filter.and("slug > :after", "after", cursors.decode(page.cursor, listName(), filters, 1).get(0));
        }
        List<E> rows = repository().find(filter.orderedBy("slug"), filter.parameters()).range(0, page.limit).list();
        return Page.of(rows, page.limit, last -> cursors.encode(listName(), filters, List.of(last.slug)))
                .map(row -> viewOf(row, at));
    }

    private UUID idOf(String slug) {
        return repository().find("slug = ?1", slug).firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound(recordType(), slug)).id;
    }
}
