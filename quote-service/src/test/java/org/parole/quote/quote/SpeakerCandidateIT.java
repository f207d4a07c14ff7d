package org.parole.quote.quote;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class SpeakerCandidateIT extends SpeakerCandidateTest {
}
