package org.parole.gateway.support;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class BrowserRulesIT extends BrowserRulesTest {
}
