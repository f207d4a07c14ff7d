package org.parole.quote.outlet;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class OutletIT extends OutletTest {
}
