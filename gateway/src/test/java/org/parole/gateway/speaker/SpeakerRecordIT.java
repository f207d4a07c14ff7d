package org.parole.gateway.speaker;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class SpeakerRecordIT extends SpeakerRecordTest {
}
