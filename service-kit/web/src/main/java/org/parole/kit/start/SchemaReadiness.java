package org.parole.kit.start;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready as long as {@link SchemaCheck} has not passed, and why. */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {

    private static final String NAME = "database schema";

    private final SchemaCheck schema;

    SchemaReadiness(SchemaCheck schema) {
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        return schema.trouble()
                .map(reason -> HealthCheckResponse.named(NAME).down().withData("reason", reason).build())
                .orElseGet(() -> HealthCheckResponse.up(NAME));
    }
}
