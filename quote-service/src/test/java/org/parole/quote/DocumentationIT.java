package org.parole.quote;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class DocumentationIT extends DocumentationTest {
}
