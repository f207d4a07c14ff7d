package org.parole.quote.speaker;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class SpeakerIT extends SpeakerTest {
}
