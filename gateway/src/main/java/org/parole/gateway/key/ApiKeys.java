package org.parole.gateway.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Role;
import org.parole.kit.id.Uuid7;
import org.parole.kit.problem.ProblemException;

import io.quarkus.scheduler.Scheduled;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Checks, makes and revokes keys. A checked key is remembered for a short while, so that reading does not touch the database
 * for each request; a key that another replica revokes therefore stops working here after that while at the latest.
 */
@ApplicationScoped
public class ApiKeys {

    private final ApiKeyRepository repository;
    private final Cache<String, Optional<KnownKey>> checked;
    private final Map<UUID, Instant> used = new ConcurrentHashMap<>();

    ApiKeys(ApiKeyRepository repository,
            @ConfigProperty(name = "parole.keys.remembered-for", defaultValue = "PT15S") Duration rememberedFor) {
        this.repository = repository;
        this.checked = Caffeine.newBuilder().expireAfterWrite(rememberedFor).maximumSize(10_000).build();
    }

    /** Whom a remembered key speaks for; empty when the key must be looked up first, null inside when it does not work. */
    Optional<Optional<Caller>> remembered(KeySecret secret) {
        return Optional.ofNullable(checked.getIfPresent(secret.fingerprint())).map(this::use);
    }

    /** Looks a key up in the database, and remembers what came of it. */
    @Transactional
    Optional<Caller> lookUp(KeySecret secret) {
        Optional<KnownKey> known = repository.withLookup(secret.lookup()).stream().filter(key -> key.revokedAt == null)
                .filter(key -> secret.matches(key.salt, key.hash)).findFirst()
                .map(key -> new KnownKey(key.id, new Caller(key.name, key.role), key.expiresAt));
        checked.put(secret.fingerprint(), known);
        return use(known);
    }

    /** Whom a key speaks for that somebody signs in with; empty when it does not work. Asks the database. */
    @Transactional
    public Optional<Caller> callerOf(String text) {
        return KeySecret.looksLikeOne(text) ? lookUp(new KeySecret(text)) : Optional.empty();
    }

    private Optional<Caller> use(Optional<KnownKey> known) {
        Instant now = Instant.now();
        Optional<KnownKey> working = known.filter(key -> key.worksAt(now));
        working.ifPresent(key -> used.put(key.id(), now));
        return working.map(KnownKey::caller);
    }

    /** Makes a key; the secret in the answer is the only copy there will ever be. */
    @Transactional
    CreatedKey create(String name, Role role, Instant expiresAt, String createdBy) {
        if (KeyNames.isReserved(name)) {
            throw ProblemException.invalidBody("/name", "is reserved, or looks like a reserved name");
        }
        repository.lockNames();
        String look = KeyNames.look(name);
        if (repository.namesInForce().stream().anyMatch(other -> KeyNames.look(other).equals(look))) {
            throw ProblemException.conflict("/name",
                    "is the name of a valid key, or looks like one; revoke that key first");
        }
        KeySecret secret = KeySecret.create();
        return new CreatedKey(KeyView.of(store(secret, name, role, expiresAt, createdBy), Instant.now()),
                secret.text());
    }

    /** Makes sure that a given secret works, with the role of an admin; for the very first key. */
    @Transactional
    void ensure(KeySecret secret, String name) {
        boolean there = repository.withLookup(secret.lookup()).stream()
                .anyMatch(key -> secret.matches(key.salt, key.hash));
        // A key that is there and revoked stays revoked: a restart must not bring it back.
        if (!there) {
            String free = repository.inForceNamed(name).isEmpty() ? name : name + "-" + secret.lookup();
            store(secret, free, Role.ADMIN, null, "start");
        }
    }

    private ApiKey store(KeySecret secret, String name, Role role, Instant expiresAt, String createdBy) {
        ApiKey key = new ApiKey();
        key.id = Uuid7.next();
        key.lookup = secret.lookup();
        key.salt = KeySecret.newSalt();
        key.hash = secret.hash(key.salt);
        key.name = name;
        key.role = role;
        key.createdAt = Instant.now();
        key.createdBy = createdBy;
        key.expiresAt = expiresAt;
        repository.persistAndFlush(key);
        return key;
    }

    /** All keys that are or were, the newest first. */
    @Transactional
    List<KeyView> all() {
        Instant now = Instant.now();
        return repository.newestFirst().stream().map(key -> KeyView.of(key, now)).toList();
    }

    /** One key as it may be shown. */
    @Transactional
    KeyView get(UUID id) {
        return KeyView.of(find(id), Instant.now());
    }

    /** Ends a key for good; doing it twice changes nothing. */
    @Transactional
    void revoke(UUID id, String revokedBy) {
        ApiKey key = find(id);
        if (key.revokedAt == null) {
            key.revokedAt = Instant.now();
            key.revokedBy = revokedBy;
        }
        checked.asMap().values().removeIf(known -> known.filter(entry -> entry.id().equals(id)).isPresent());
    }

    private ApiKey find(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("key", id));
    }

    /** Writes down when keys were last used, once in a while and not once a request. */
    @Scheduled(every = "{parole.keys.last-use-every}", delayed = "{parole.keys.last-use-every}")
    void writeLastUse() {
        Map<UUID, Instant> batch = Map.copyOf(used);
        if (!batch.isEmpty()) {
            record(batch);
            batch.forEach(used::remove);
        }
    }

    @Transactional
    void record(Map<UUID, Instant> batch) {
        batch.forEach(repository::used);
    }
}
