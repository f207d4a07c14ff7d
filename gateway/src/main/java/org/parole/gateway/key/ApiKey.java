package org.parole.gateway.key;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.parole.gateway.access.Role;

/** A row of {@code api_key}; never leaves this package. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    UUID id;

    @Column(nullable = false)
    String lookup;

    @Column(nullable = false)
    byte[] salt;

    @Column(nullable = false)
    byte[] hash;

    @Column(nullable = false)
    String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Role role;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "created_by", nullable = false)
    String createdBy;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "revoked_by")
    String revokedBy;

    @Column(name = "last_used_at")
    Instant lastUsedAt;
}
