package org.parole.gateway.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    List<ApiKey> withLookup(String lookup) {
        return list("lookup", lookup);
    }

    Optional<ApiKey> inForceNamed(String name) {
        return find("name = ?1 and revokedAt is null", name).firstResultOptional();
    }

    List<ApiKey> newestFirst() {
        return list("order by createdAt desc, id desc");
    }

    void used(UUID id, Instant when) {
        update("lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt < ?1)", when, id);
    }
}
