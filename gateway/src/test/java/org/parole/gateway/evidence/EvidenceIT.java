package org.parole.gateway.evidence;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class EvidenceIT extends EvidenceTest {
}
