package org.parole.gateway.dossier;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped. */
@QuarkusIntegrationTest
class DossierIT extends DossierTest {
}
