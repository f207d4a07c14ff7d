package org.parole.gateway.fuzz;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class FuzzIT extends FuzzTest {
}
