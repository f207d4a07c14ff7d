package org.parole.quote.document;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class TwinIT extends TwinTest {
}
