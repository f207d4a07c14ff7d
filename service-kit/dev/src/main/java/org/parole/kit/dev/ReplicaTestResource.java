package org.parole.kit.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Two PostgreSQL servers, the second of which follows the first by streaming replication, for the test class that asks for them.
 * The database is named {@code replicated}.
 */
public class ReplicaTestResource implements QuarkusTestResourceLifecycleManager {

    // Kept in system properties, because Quarkus loads this class more than once.
    private static final String PORT = "parole.test.replica.port";
    private static final String PASSWORD = "parole.test.replica.password";
    private static final String DIRECTORY = "parole.test.replica.directory";

    private static final String DATABASE = "replicated";

    private EmbeddedDatabase primary;
    private EmbeddedDatabase replica;

    /** Starts both, and says how a service reaches them. */
    @Override
    public Map<String, String> start() {
        ServiceDatabase service;
        try {
            primary = EmbeddedDatabase.primaryIn(parent());
            // Before the standby is copied, so that it has it from the beginning.
            service = primary.create(DATABASE);
            replica = primary.standbyIn(parent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(PORT, Integer.toString(replica.port()));
        System.setProperty(PASSWORD, replica.superuserPassword());
        System.setProperty(DIRECTORY, replica.directory().toString());
        Map<String, String> configuration = PostgresTestResource.configuration(service);
        configuration.put("quarkus.datasource.replica.jdbc.url",
                service.jdbcUrl().replace(":" + primary.port() + "/", ":" + replica.port() + "/"));
        configuration.put("quarkus.datasource.replica.username", service.application().name());
        configuration.put("quarkus.datasource.replica.password", service.application().password());
        return configuration;
    }

    @Override
    public void stop() {
        if (replica != null) {
            replica.close();
        }
        if (primary != null) {
            primary.close();
        }
    }

    /** The replica is lost, and its files are kept. */
    public static void haltReplica() throws IOException {
        replica().halt();
    }

    /** The replica is there again, and follows. */
    public static void startReplica() throws IOException {
        replica().startAgain();
    }

    /** What the replica's superuser gets for a question that has one answer. */
    public static String ask(String sql) throws IOException, SQLException {
        try (Connection connection = replica().connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static EmbeddedDatabase replica() throws IOException {
        return EmbeddedDatabase.startedIn(parent(), Path.of(System.getProperty(DIRECTORY)), Integer.getInteger(PORT),
                System.getProperty(PASSWORD));
    }

    private static Path parent() {
        return Path.of(System.getProperty("java.io.tmpdir"), "postgresql");
    }
}
