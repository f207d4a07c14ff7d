package org.parole.quote.quote;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class FormatIT extends FormatTest {
}
