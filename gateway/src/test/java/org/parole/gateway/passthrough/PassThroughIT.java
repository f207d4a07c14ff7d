package org.parole.gateway.passthrough;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class PassThroughIT extends PassThroughTest {
}
