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

    List<String> namesInForce() {
        return getEntityManager().createQuery("select name from ApiKey where revokedAt is null", String.class)
                .getResultList();
    }

    /** Until the end of the transaction nobody else makes a key: two that look alike would be made side by side. */
    void lockNames() {
        getEntityManager().createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('names of keys'))", Object.class)
                .getSingleResultOrNull();
    }

    List<ApiKey> newestFirst() {
        return list("order by createdAt desc, id desc");
    }

    void used(UUID id, Instant when) {
        update("lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt < ?1)", when, id);
    }
}
