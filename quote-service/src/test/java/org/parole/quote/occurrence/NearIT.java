package org.parole.quote.occurrence;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class NearIT extends NearTest {
}
