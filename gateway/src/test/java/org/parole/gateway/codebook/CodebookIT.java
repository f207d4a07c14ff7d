package org.parole.gateway.codebook;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class CodebookIT extends CodebookTest {
}
