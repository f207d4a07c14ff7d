package org.parole.kit.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * One PostgreSQL for all tests of a JVM, with a database named {@code test} (or as the argument {@code database} says),
 * and what a service needs to trust {@link TestTokens}. All its files are below {@code java.io.tmpdir}, which the build
 * puts into {@code target}, and go when the JVM ends.
 */
public class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    // Kept in system properties, because Quarkus loads this class more than once.
    private static final String PORT = "parole.test.postgres.port";
    private static final String PASSWORD = "parole.test.postgres.password";
    private static final String DATABASE = "parole.test.database.";

    private String database = "test";

    /** Takes the argument {@code database}. */
    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    /** Starts the server unless it runs, and says how a service reaches it. */
    @Override
    public Map<String, String> start() {
        return configuration(database(database));
    }

    /** A service's database, the key with which it trusts {@link TestTokens}, and its own ports. */
    static Map<String, String> configuration(ServiceDatabase service) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.datasource.jdbc.url", service.jdbcUrl());
        configuration.put("quarkus.datasource.username", service.application().name());
        configuration.put("quarkus.datasource.password", service.application().password());
        configuration.put("quarkus.flyway.username", service.migration().name());
        configuration.put("quarkus.flyway.password", service.migration().password());
        configuration.put("quarkus.flyway.placeholders.app_role", service.application().name());
        configuration.put("mp.jwt.verify.publickey", TestTokens.keys().publicKey());
        configuration.put("mp.jwt.verify.publickey.algorithm", "ES256");
        configuration.put("mp.jwt.verify.issuer", TestTokens.ISSUER);
        configuration.put("mp.jwt.verify.audiences", TestTokens.AUDIENCE);
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.management.port", "0");
        configuration.put("quarkus.management.test-port", "0");
        return configuration;
    }

    /** Nothing to do: the server serves every test of the JVM and ends with it. */
    @Override
    public void stop() {
    }

    /**
     * A database on this JVM's server, made at the first call: for tests that look into it, or that start other
     * services.
     */
    public static ServiceDatabase database(String name) {
        synchronized (System.getProperties()) {
            String known = System.getProperty(DATABASE + name);
            if (known == null) {
                startServer();
                ServiceDatabase made = EmbeddedDatabase.create(Integer.getInteger(PORT), System.getProperty(PASSWORD),
                        name);
                System.setProperty(DATABASE + name, String.join("\n", made.jdbcUrl(), made.application().name(),
                        made.application().password(), made.migration().name(), made.migration().password()));
                return made;
            }
            String[] parts = known.split("\n");
            return new ServiceDatabase(parts[0], new ServiceDatabase.Role(parts[1], parts[2]),
                    new ServiceDatabase.Role(parts[3], parts[4]));
        }
    }

    /** The superuser's connection to a database of {@link #database}. */
    static Connection superuser(String name) throws SQLException {
        return EmbeddedDatabase.connect(Integer.getInteger(PORT), System.getProperty(PASSWORD), name);
    }

    private static void startServer() {
        if (System.getProperty(PORT) != null) {
            return;
        }
        try {
            EmbeddedDatabase server = EmbeddedDatabase
                    .thrownAwayIn(Path.of(System.getProperty("java.io.tmpdir"), "postgresql"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop PostgreSQL"));
            System.setProperty(PASSWORD, server.superuserPassword());
            System.setProperty(PORT, Integer.toString(server.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
