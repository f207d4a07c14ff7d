package org.parole.tally.tally;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class TallyListIT extends TallyListTest {
}
