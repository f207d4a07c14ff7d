package org.parole.quote.outlet;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Records;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.text.Names;
import org.parole.kit.time.AsOf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** What can be done with outlets. */
@ApplicationScoped
public class Outlets extends Records<Outlet, OutletBody, OutletView> {

    private static final String LIST = "outlets";
    /** Names of outlets that are remembered. */
    private static final int MOST_SEEN = 10_000;

    private final OutletRepository outlets;
    private final Cursors cursors;
    private final Event<OutletAdding> adding;
    private final Cache<String, Boolean> seen = Caffeine.newBuilder().maximumSize(MOST_SEEN).build();

    Outlets(OutletRepository outlets, Cursors cursors, Event<OutletAdding> adding) {
        this.outlets = outlets;
        this.cursors = cursors;
        this.adding = adding;
    }

    /** The current outlet of this name. */
    public Optional<Outlet> named(String name) {
        Optional<Outlet> found = outlets.findUsableNamed(name);
        found.ifPresent(outlet -> seen.put(outlet.nameKey, true));
        return found;
    }

    /**
     * Whether this service has seen an outlet of this name, so that probably nobody adds one. It may have another name by now, or be
     * retracted: who relies on it looks it up when no such change can come between any more.
     */
    public boolean isProbablyRecorded(String name) {
        return seen.getIfPresent(Names.key(name)) != null;
    }

    /** The current outlets that have one of these names, by the {@link Names#key key} of the name. */
    public Map<String, UUID> named(Collection<String> names) {
        return outlets.findUsableNamed(names.stream().map(Names::key).distinct().toList()).stream()
                .collect(Collectors.toMap(outlet -> outlet.nameKey, outlet -> outlet.id));
    }

    /** The outlet in short, at a record time or now for null. */
    public OutletRef ref(UUID id, Instant asOf) {
        Outlet outlet = outlets.findAsOf(id, asOf).orElseThrow();
        return new OutletRef(outlet.id, outlet.name, outlet.kind);
    }

    @Transactional
    Page<OutletView> list(String name, OutletKind kind, String country, Boolean incomplete, AsOf asOf,
            PageRequest page) {
        List<Object> filters = Arrays.asList(name, kind, country, incomplete, asOf);
        List<String> after = page.cursor == null ? null : cursors.decode(page.cursor, LIST, filters, 2);
        List<Outlet> rows = outlets.findPage(ledger.readAt(asOf), name, kind, country, incomplete,
                after == null ? null : after.get(0),
                after == null ? null : CursorKeys.uuid(after.get(1)), page.limit + 1);
        return Page.of(rows, page.limit,
                last -> cursors.encode(LIST, filters, List.of(last.nameKey, last.id.toString())))
                .map(OutletView::of);
    }

    @Override
    protected String recordType() {
        return "outlet";
    }

    @Override
    protected RevisionedRepository<Outlet> repository() {
        return outlets;
    }

    @Override
    protected OutletBody bodyOf(Outlet outlet) {
        return new OutletBody(outlet.name, outlet.kind, outlet.url, outlet.country, outlet.language);
    }

    @Override
    protected Class<OutletBody> bodyType() {
        return OutletBody.class;
    }

    @Override
    protected OutletView viewOf(Outlet outlet, Instant asOf) {
        return OutletView.of(outlet);
    }

    @Override
    protected Collection<String> keysOfNew(OutletBody body) {
        return List.of(keyOf(body.name()));
    }

    /** The key of a name, for those that add an outlet of this name: there is one at the most. */
    public static String keyOf(String name) {
        return "outlet:" + Names.key(name);
    }

    @Override
    protected void check(OutletBody body, Outlet previous, String at, UUID id) {
        outlets.findUsableNamed(body.name()).filter(other -> !other.id.equals(id)).ifPresent(other -> {
            throw ProblemException.conflict(at + "/name",
                    "There is an outlet of this name: '" + other.name + "' with id " + other.id + ".");
        });
        adding.fire(new OutletAdding(id, Names.key(body.name()), at + "/name"));
    }

    @Override
    protected Outlet newRevision(OutletBody body, Outlet previous, UUID id) {
        var outlet = new Outlet();
        outlet.name = body.name();
        outlet.nameKey = Names.key(body.name());
        outlet.kind = body.kind();
        outlet.url = body.url();
        outlet.country = body.country();
        outlet.language = body.language();
        outlet.importId = previous == null ? null : previous.importId;
        return outlet;
    }
}
