package org.parole.gateway.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.parole.gateway.testing.Packaged;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;
import org.parole.kit.dev.TestTokens;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The two services as they are packaged, each a process of its own over the database server of the tests. Between the gateway and
 * the tally-service stands a {@link Relay}, so that a test can kill the service at an exact moment.
 */
public class RealServices implements QuarkusTestResourceLifecycleManager {

    private static final String STATE = "parole.test.real.";

    private Map<String, String> arguments = Map.of();

    /**
     * Takes the arguments {@code databases}, what the names of the services' databases begin with, and {@code relays}: {@code both} where a
     * relay is to stand before the quote-service as well.
     */
    @Override
    public void init(Map<String, String> arguments) {
        this.arguments = arguments;
        System.setProperty(STATE + "databases", arguments.getOrDefault("databases", ""));
    }

    /** Whether both services have been built. */
    public static boolean areBuilt() {
        return Packaged.service("quote-service").isBuilt() && Packaged.service("tally-service").isBuilt();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(StubbedServices.keys());
        if (areBuilt()) {
            start("quote-service");
            start("tally-service");
            configuration.put("parole.services.quote-url", "http://127.0.0.1:"
                    + port("quote-service" + (arguments.containsKey("relays") ? ".relay" : "")));
            configuration.put("parole.services.tally-url", "http://127.0.0.1:"
                    + port("tally-service" + (arguments.containsKey("databases") ? "" : ".relay")));
            awaitReady("quote-service");
            awaitReady("tally-service");
        }
        // All tests call from one address.
        configuration.put("parole.limits.enabled", "false");
        // What another class has said of its provider still holds where the packaged gateway is started.
        configuration.put("quarkus.oidc.tenant-enabled", "false");
        configuration.put("parole.intake.recover-every", "1s");
        configuration.put("parole.intake.first-retry", "PT1S");
        configuration.put("parole.intake.prepare-within", "PT10S");
        return configuration;
    }

    @Override
    public void stop() {
        for (String service : List.of("quote-service", "tally-service")) {
            kill(service);
        }
    }

    /** Lets a relay listen where the gateway thinks that the tally-service is. */
    static Relay relay() {
        return relay("tally-service");
    }

    /** Lets a relay listen where the gateway thinks that a service is. */
    static Relay relay(String service) {
        return new Relay(port(service + ".relay"), port(service));
    }

    /** Ends a service without a word, as a crash or a lost machine would. */
    static void kill(String service) {
        Long pid = Long.getLong(STATE + service + ".pid");
        if (pid != null) {
            ProcessHandle.of(pid).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
            System.clearProperty(STATE + service + ".pid");
        }
    }

    /** Starts a service, on the same port and database at every call. */
    static void start(String service) {
        String word = service.equals("quote-service") ? "quotes" : "tallies";
        String prefix = service.equals("quote-service") ? "QUOTE" : "TALLY";
        ServiceDatabase database = PostgresTestResource.database(System.getProperty(STATE + "databases", "") + word);
        Path log = Path.of("target", service + ".log");
        ProcessBuilder builder = new ProcessBuilder(Packaged.service(service).command("256m")).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.put(prefix + "_DATABASE_URL", database.jdbcUrl());
        environment.put(prefix + "_DATABASE_USER", database.application().name());
        environment.put(prefix + "_DATABASE_PASSWORD", database.application().password());
        environment.put(prefix + "_DATABASE_MIGRATION_USER", database.migration().name());
        environment.put(prefix + "_DATABASE_MIGRATION_PASSWORD", database.migration().password());
        environment.put("MP_JWT_VERIFY_PUBLICKEY", TestTokens.keys().publicKey());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(service)));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port(service + ".management")));
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            System.setProperty(STATE + service + ".pid", Long.toString(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void awaitReady(String service) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(service + ".management")
                + "/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
        Awaitility.await(service + " is ready, see target/" + service + ".log").atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(IOException.class).until(() -> HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
    }

    /** Where a service listens, without the gateway in front of it. */
    static int port(String service) {
        String property = STATE + service + ".port";
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(FreePort.find()));
        }
        return Integer.getInteger(property);
    }
}
