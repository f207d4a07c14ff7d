package org.parole.gateway.testing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;

/**
 * What tests with stubbed services share: a database of the gateway's own, and both stubs up at the beginning of each test.
 * One application serves all of these tests.
 */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(StubbedServices.class)
@QuarkusTestResource(OidcProvider.class)
public abstract class StubbedTest {

    /** The value of the Authorization header with the first key. */
    protected static final String ADMIN = "Bearer " + StubbedServices.BOOTSTRAP_KEY;

    protected StubService quotes;
    protected StubService tallies;

    @BeforeEach
    void openStubs() {
        quotes = StubbedServices.quotes();
        tallies = StubbedServices.tallies();
    }

    @AfterEach
    void closeStubs() {
        quotes.close();
        tallies.close();
    }
}
