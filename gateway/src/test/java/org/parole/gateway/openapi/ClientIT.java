package org.parole.gateway.openapi;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class ClientIT extends ClientTest {
}
