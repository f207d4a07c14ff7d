package org.parole.kit.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;

/**
 * What a service needs in dev mode: an embedded PostgreSQL whose data stay in {@code data/dev} of the checkout, and keys that the
 * services and the gateway share. It is on the class path of dev mode and of tests only, and silent in tests. A service that is
 * given a database of its own ({@code QUOTE_DATABASE_URL} and the like, or {@code QUARKUS_DATASOURCE_JDBC_URL}) gets none.
 */
public final class DevModeConfig implements ConfigSourceFactory {

    // Above application.properties, below the environment.
    private static final int ORDINAL = 275;
    // Kept in system properties, because dev mode loads this class again at every reload.
    private static final String STARTED = "parole.dev.database";
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);
    private static final int ATTEMPTS = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue name = context.getValue("quarkus.application.name");
        if (!context.getProfiles().contains("dev") || name == null || name.getValue() == null) {
            return List.of();
        }
        try {
            return List.of(new PropertiesConfigSource(settings(name.getValue()), "Parole dev mode", ORDINAL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(String service) throws IOException {
        Path directory = checkout().resolve("data/dev");
        Map<String, String> settings = new HashMap<>(keys(directory));
        String variable = service.replaceFirst("-service$", "").toUpperCase(Locale.ROOT) + "_DATABASE_URL";
        if (System.getenv(variable) == null && System.getenv("QUARKUS_DATASOURCE_JDBC_URL") == null) {
            settings.putAll(database(directory.resolve(service)));
        }
        return settings;
    }

    /** The directory with the {@code run} script, from the module's own directory upwards. */
    private static Path checkout() {
        Path start = Path.of("").toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve("service-kit")) && Files.exists(directory.resolve("run"))) {
                return directory;
            }
        }
        throw new IllegalStateException("Dev mode runs in a checkout of Parole only, and " + start + " is in none.");
    }

    /** One pair of keys for all services that run in dev mode; the first one to start makes it. */
    private static Map<String, String> keys(Path directory) throws IOException {
        try (DataDirectory data = openInTurn(directory)) {
            SigningKeys keys = data.signingKeys();
            data.replaceSecret("editor-token",
                    TestTokens.bearer(keys, "developer", "editor", TOKEN_LIFETIME).replace("Bearer ", ""));
            return Map.of("mp.jwt.verify.publickey", keys.publicKey(), "parole.signing-key.text", keys.privateKey(),
                    "parole.bootstrap-key", data.secret("write-key", Secrets::apiKey));
        }
    }

    private static DataDirectory openInTurn(Path directory) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<DataDirectory> data = DataDirectory.open(directory);
            if (data.isPresent()) {
                return data.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("Another process keeps " + directory + " to itself.");
    }

    private static Map<String, String> database(Path directory) throws IOException {
        synchronized (System.getProperties()) {
            String started = System.getProperty(STARTED);
            if (started == null) {
                DataDirectory data = DataDirectory.open(directory).orElseThrow(() -> new IllegalStateException(
                        "This service already runs in dev mode: " + directory + " is in use."));
                EmbeddedDatabase server = EmbeddedDatabase.keptIn(data.directory("postgresql"),
                        data.secret("postgresql-password", Secrets::random));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.close();
                    release(data);
                }, "stop PostgreSQL"));
                ServiceDatabase made = server.create("dev");
                started = String.join("\n", made.jdbcUrl(), made.application().name(), made.application().password(),
                        made.migration().name(), made.migration().password());
                System.setProperty(STARTED, started);
            }
            String[] parts = started.split("\n");
            return Map.of("quarkus.datasource.jdbc.url", parts[0], "quarkus.datasource.username", parts[1],
                    "quarkus.datasource.password", parts[2], "quarkus.flyway.username", parts[3],
                    "quarkus.flyway.password", parts[4], "quarkus.flyway.placeholders.app_role", parts[1]);
        }
    }

    private static void release(DataDirectory data) {
        try {
            data.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
