package org.parole.gateway.timeline;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class TimelineIT extends TimelineTest {
}
