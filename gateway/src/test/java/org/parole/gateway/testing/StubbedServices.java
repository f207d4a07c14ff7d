package org.parole.gateway.testing;

import java.util.HashMap;
import java.util.Map;

import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.TestTokens;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives the gateway under test a port for each service, on which a test lets a {@link StubService} listen, or nothing. Times
 * are short, so that tests of what is late do not take long.
 */
public class StubbedServices implements QuarkusTestResourceLifecycleManager {

    /** The first key, as ./run would make it. */
    public static final String BOOTSTRAP_KEY = "parole_0123456789abcdef0123456789abcdef0123456789abcdef";

    /** The one site whose pages may call the gateway. */
    public static final String NEWSROOM = "https://newsroom.example";

    private static final String QUOTES = "parole.test.stub.quotes";
    private static final String TALLIES = "parole.test.stub.tallies";

    private Map<String, String> settings = Map.of();

    /** Takes settings, which go before those that all tests have. */
    @Override
    public void init(Map<String, String> arguments) {
        settings = arguments;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(keys());
        configuration.put("parole.services.quote-url", "http://127.0.0.1:" + reserve(QUOTES));
        configuration.put("parole.services.tally-url", "http://127.0.0.1:" + reserve(TALLIES));
        configuration.put("parole.services.view-deadline", "PT1.5S");
        configuration.put("parole.services.pass-through-deadline", "PT2S");
        configuration.put("parole.services.connect", "PT1S");
        // Tests of faults would open it for each other; it has a test of its own.
        configuration.put("parole.services.breaker-volume", "100000");
        configuration.put("parole.intake.prepare-within", "PT4S");
        configuration.put("parole.intake.recover-every", "1s");
        configuration.put("parole.intake.first-retry", "PT0.3S");
        configuration.put("parole.keys.last-use-every", "1s");
        // All tests call from one address; the limits have a test of their own.
        configuration.put("parole.limits.address-burst", "1000000");
        configuration.put("parole.limits.key-burst", "1000000");
        configuration.put("parole.limits.wrong-keys-burst", "1000000");
        configuration.put("quarkus.http.cors.enabled", "true");
        configuration.put("quarkus.http.cors.origins", NEWSROOM);
        configuration.putAll(settings);
        return configuration;
    }

    /** The keys with which every test's gateway starts. */
    public static Map<String, String> keys() {
        return Map.of("parole.signing-key.text", TestTokens.keys().privateKey(), "parole.bootstrap-key", BOOTSTRAP_KEY);
    }

    /** The same, as the environment of a gateway that is a process of its own. */
    public static Map<String, String> variables() {
        return Map.of("PAROLE_GATEWAY_SIGNING_KEY", TestTokens.keys().privateKey(), "PAROLE_BOOTSTRAP_KEY",
                BOOTSTRAP_KEY);
    }

    @Override
    public void stop() {
        // The ports are only numbers.
    }

    /** Lets a stub listen as the quote-service. */
    public static StubService quotes() {
        return new StubService(Integer.getInteger(QUOTES));
    }

    /** Lets a stub listen as the tally-service. */
    public static StubService tallies() {
        return new StubService(Integer.getInteger(TALLIES));
    }

    // In a system property, because this class is loaded more than once.
    private static int reserve(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(FreePort.find()));
        }
        return Integer.getInteger(property);
    }
}
