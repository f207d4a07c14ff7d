package org.parole.quote.relation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class RelationIT extends RelationTest {
}
