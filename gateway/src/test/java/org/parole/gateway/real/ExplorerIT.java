package org.parole.gateway.real;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped: the pages' templates find by reflection what they show. */
@QuarkusIntegrationTest
class ExplorerIT extends ExplorerTest {
}
