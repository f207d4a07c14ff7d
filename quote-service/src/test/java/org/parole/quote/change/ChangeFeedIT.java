package org.parole.quote.change;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class ChangeFeedIT extends ChangeFeedTest {
}
