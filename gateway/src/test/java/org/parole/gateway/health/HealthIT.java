package org.parole.gateway.health;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class HealthIT extends HealthTest {
}
