package org.parole.gateway.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;
import org.parole.kit.dev.TestTokens;

/** A service as it is packaged, as a process over a database on the server of the tests. It can be killed and started again. */
public final class RunningService implements AutoCloseable {

    private static final Map<String, String> PREFIXES = Map.of("gateway", "GATEWAY", "quote-service", "QUOTE",
            "tally-service", "TALLY");

    private final int port = FreePort.find();
    private final int management = FreePort.find();
    private final ServiceDatabase database;
    private final ProcessBuilder builder;
    private final Path log;
    private Process process;

    /**
     * A service that does not run yet.
     *
     * @param service its folder
     * @param database the name of its database
     * @param log where its output goes, behind what is there
     * @param heap such as {@code 128m}
     * @param environment what it needs beside ports and database, or instead of these
     */
    public RunningService(String service, String database, Path log, String heap, Map<String, String> environment) {
        this.database = PostgresTestResource.database(database);
        this.log = log;
        this.builder = new ProcessBuilder(Packaged.service(service).command(heap)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        String prefix = PREFIXES.get(service) + "_DATABASE_";
        builder.environment()
                .putAll(Map.of(prefix + "URL", this.database.jdbcUrl(), prefix + "USER",
                        this.database.application().name(), prefix + "PASSWORD",
                        this.database.application().password(), prefix + "MIGRATION_USER",
                        this.database.migration().name(), prefix + "MIGRATION_PASSWORD",
                        this.database.migration().password(), "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_MANAGEMENT_PORT", Integer.toString(management)));
        builder.environment().putAll(environment);
    }

    /** What a quote-service or tally-service needs to trust {@link #gatewayOver the gateway of tests}. */
    public static Map<String, String> trustingTests() {
        return Map.of("MP_JWT_VERIFY_PUBLICKEY", TestTokens.keys().publicKey());
    }

    /** What a gateway over two services needs, without limits, with the bootstrap key of tests, and more. */
    public static Map<String, String> gatewayOver(RunningService quotes, RunningService tallies,
            Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("PAROLE_GATEWAY_SIGNING_KEY", TestTokens.keys().privateKey());
        all.put("PAROLE_BOOTSTRAP_KEY", StubbedServices.BOOTSTRAP_KEY);
        all.put("QUOTE_SERVICE_URL", quotes.url());
        all.put("TALLY_SERVICE_URL", tallies.url());
        all.put("PAROLE_LIMITS_ENABLED", "false");
        return all;
    }

    /** Starts it and waits until it is ready; on the same ports each time. */
    public RunningService start() {
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("it is ready, see " + log).atMost(Duration.ofMinutes(2)).ignoreExceptions().until(
                () -> given().baseUri("http://127.0.0.1:" + management).get("/q/health/ready").statusCode() == 200);
        return this;
    }

    /** Ends it without a word, as a crash or a lost machine would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What it writes to. */
    public ServiceDatabase database() {
        return database;
    }

    /** Where its output is. */
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
