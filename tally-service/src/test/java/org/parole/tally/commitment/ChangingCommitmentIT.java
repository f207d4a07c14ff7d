package org.parole.tally.commitment;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class ChangingCommitmentIT extends ChangingCommitmentTest {
}
