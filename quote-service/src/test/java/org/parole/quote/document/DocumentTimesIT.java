package org.parole.quote.document;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class DocumentTimesIT extends DocumentTimesTest {
}
