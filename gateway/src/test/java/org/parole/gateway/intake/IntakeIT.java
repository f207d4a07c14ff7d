package org.parole.gateway.intake;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class IntakeIT extends IntakeTest {
}
