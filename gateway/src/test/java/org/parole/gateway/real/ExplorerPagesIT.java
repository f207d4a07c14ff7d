package org.parole.gateway.real;

import org.parole.gateway.testing.Packaged;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what is shipped, which makes no PNGs if it is an executable. */
@QuarkusIntegrationTest
class ExplorerPagesIT extends ExplorerPagesTest {

    @Override
    boolean makesPngs() {
        return !Packaged.service("gateway").isExecutable();
    }
}
