package org.parole.gateway.real;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class RealServicesIT extends RealServicesTest {
}
