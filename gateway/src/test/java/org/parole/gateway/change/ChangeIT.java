package org.parole.gateway.change;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class ChangeIT extends ChangeTest {
}
