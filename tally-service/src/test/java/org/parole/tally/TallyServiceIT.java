package org.parole.tally;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class TallyServiceIT extends TallyServiceTest {
}
