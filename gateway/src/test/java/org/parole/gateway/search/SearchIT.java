package org.parole.gateway.search;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class SearchIT extends SearchTest {
}
