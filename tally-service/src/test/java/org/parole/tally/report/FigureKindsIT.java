package org.parole.tally.report;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class FigureKindsIT extends FigureKindsTest {
}
