package org.parole.quote.outlet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.Filter;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.text.Names;

/** The outlets' revisions. */
@ApplicationScoped
public class OutletRepository implements RevisionedRepository<Outlet> {

    /** The current outlet of this name, however it is written. */
    public Optional<Outlet> findUsableNamed(String name) {
        return find("nameKey = ?1 and latest and not retracted", Names.key(name)).firstResultOptional();
    }

    List<Outlet> findUsableNamed(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("nameKey in ?1 and latest and not retracted", keys);
    }

    List<Outlet> findPage(Instant asOf, String name, OutletKind kind, String country, Boolean incomplete,
            String afterName, UUID afterId, int rows) {
        var filter = Filter.asOf(asOf).and("nameKey = :name", "name", name == null ? null : Names.key(name))
                .and("kind = :kind", "kind", kind).and("country = :country", "country", country)
                .and("(nameKey, id) > (:afterName, :afterId)", "afterId", afterId);
        if (incomplete != null) {
            filter.and(incomplete ? "kind is null" : "kind is not null");
        }
        if (afterId != null) {
            filter.with("afterName", afterName);
        }
        return find(filter.orderedBy("nameKey, id"), filter.parameters()).range(0, rows - 1).list();
    }
}
