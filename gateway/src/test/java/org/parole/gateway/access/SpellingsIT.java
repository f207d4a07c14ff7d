package org.parole.gateway.access;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class SpellingsIT extends SpellingsTest {
}
