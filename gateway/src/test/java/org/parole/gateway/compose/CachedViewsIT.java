package org.parole.gateway.compose;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class CachedViewsIT extends CachedViewsTest {
}
