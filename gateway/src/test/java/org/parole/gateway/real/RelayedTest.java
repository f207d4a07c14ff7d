package org.parole.gateway.real;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test of pages and imports over the real services, to which a relay leads while its class runs. */
abstract class RelayedTest {

    static Relay relay;

    @BeforeAll
    static void open() {
        relay = RealServices.relay();
    }

    @AfterAll
    static void close() {
        relay.close();
    }
}
