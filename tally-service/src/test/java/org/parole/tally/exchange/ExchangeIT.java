package org.parole.tally.exchange;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class ExchangeIT extends ExchangeTest {
}
