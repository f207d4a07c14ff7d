package org.parole.gateway.start;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.Packaged;
import org.parole.gateway.testing.StubbedServices;
import org.parole.kit.dev.FreePort;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;

/**
 * A packaged gateway, configured as on a cluster, that finds something wrong: it says in one line what, is alive, and neither is ready
 * nor answers; or it ends and says why.
 */
class StartIT {

    private static final Path LOG = Path.of("target", "start.log");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int port = FreePort.find();
    private final int management = FreePort.find();
    private final Map<String, String> settings = new HashMap<>();
    private ServiceDatabase database;
    private Process gateway;

    @BeforeEach
    void configure() throws IOException {
        Files.deleteIfExists(LOG);
        use(PostgresTestResource.database("empty"));
        settings.putAll(StubbedServices.variables());
        settings.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
    }

    @AfterEach
    void kill() {
        gateway.destroyForcibly();
        gateway.onExit().join();
    }

    /** As on a cluster: only the migration is given the role that may change tables. */
    private void use(ServiceDatabase database) {
        this.database = database;
        settings.put("GATEWAY_DATABASE_URL", database.jdbcUrl());
        settings.put("GATEWAY_DATABASE_USER", database.application().name());
        settings.put("GATEWAY_DATABASE_PASSWORD", database.application().password());
    }

    private void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Packaged.service("gateway").command("64m"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().putAll(settings);
        gateway = builder.start();
    }

    private int health(String kind) {
        return given().get("http://127.0.0.1:" + management + "/q/health/" + kind).statusCode();
    }

    private int answer() {
        return given().get("http://127.0.0.1:" + port + "/api/v1/quotes").statusCode();
    }

    private static List<String> said() throws IOException {
        return Files.readAllLines(LOG).stream().filter(line -> line.contains("Not serving: ")).toList();
    }

    private void assertWaitsAndSays(String reason) throws IOException {
        start();
        await("it says why, see " + LOG).atMost(PATIENCE).until(() -> !said().isEmpty());
        await("it listens, see " + LOG).atMost(PATIENCE).ignoreExceptions().until(() -> health("live") == 200);
        assertThat(said()).singleElement().asString().contains(reason);
        assertThat(health("ready")).isEqualTo(503);
        assertThat(answer()).isEqualTo(503);
        assertThat(gateway.isAlive()).isTrue();
        assertThat(Files.readString(LOG)).doesNotContain("\tat ", settings.get("GATEWAY_DATABASE_PASSWORD"));
    }

    @Test
    void over_an_empty_database_it_waits_and_serves_once_the_migration_has_run() throws Exception {
        use(PostgresTestResource.database("migrated_late"));
        assertWaitsAndSays("the database has no schema yet");
        migrate();
        await("it is ready, see " + LOG).atMost(PATIENCE).until(() -> health("ready") == 200);
    }

    @Test
    void with_a_wrong_password_it_waits() throws IOException {
        settings.put("GATEWAY_DATABASE_PASSWORD", "not-the-password");
        assertWaitsAndSays("password authentication failed for user \"empty_app\"");
    }

    @Test
    void without_a_database_it_waits() throws IOException {
        settings.put("GATEWAY_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none");
        assertWaitsAndSays("Connection to 127.0.0.1:1 refused");
    }

    @Test
    void over_a_newer_schema_it_does_not_serve() throws Exception {
        use(PostgresTestResource.database("newer"));
        migrate();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(),
                database.migration().password())) {
            connection.createStatement().execute("""
                    insert into flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (1000, '999', 'later', 'SQL', 'V999__later.sql', current_user, 1, true)""");
        }
        assertWaitsAndSays("the database has schema version 999, which is newer than");
    }

    @Test
    void without_a_key_to_sign_with_it_ends() throws Exception {
        settings.remove("PAROLE_GATEWAY_SIGNING_KEY");
        start();
        assertThat(gateway.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends, see " + LOG).isTrue();
        assertThat(gateway.exitValue()).isNotZero();
        assertThat(Files.readString(LOG)).contains("The gateway needs a key to sign its tokens with");
    }

    /** As the Job does: the same program, which migrates and ends. */
    private void migrate() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Packaged.service("gateway").command("64m"))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "migration.log").toFile());
        builder.environment().putAll(settings);
        builder.environment().putAll(Map.of("GATEWAY_DATABASE_MIGRATION_USER", database.migration().name(),
                "GATEWAY_DATABASE_MIGRATION_PASSWORD", database.migration().password(), "QUARKUS_INIT_AND_EXIT", "true",
                "QUARKUS_FLYWAY_MIGRATE_AT_START", "true",
                "QUARKUS_HTTP_PORT", "0", "QUARKUS_MANAGEMENT_PORT", "0"));
        // The Job is given no keys.
        builder.environment().keySet().removeAll(StubbedServices.variables().keySet());
        Process migration = builder.start();
        assertThat(migration.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("the migration ends").isTrue();
        assertThat(migration.exitValue()).as("see target/migration.log").isZero();
    }
}
