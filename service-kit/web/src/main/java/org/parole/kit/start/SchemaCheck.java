package org.parole.kit.start;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.ValidateResult;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Holds a service back until its database is there and has exactly the migrations that the program knows. Where the program
 * migrates by itself at its start, that is so from the beginning; where a job does it, the service waits for the job. It says in one
 * line what it waits for, again each minute, and asks again at intervals that grow to 15 seconds.
 * <p>
 * After a successful check it does not check again: during an update the old version continues to serve while the tables get what the new one
 * adds. Migrations must therefore leave alone what the version before them reads and writes.
 */
@ApplicationScoped
public class SchemaCheck {

    private static final Logger LOG = Logger.getLogger(SchemaCheck.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Flyway flyway;
    private final Consumer<SchemaReady> ready;
    private final String url;
    private final boolean migratedAtStart;
    private volatile String trouble = "The database has not been looked at yet.";
    private volatile boolean ended;

    @Inject
    SchemaCheck(Flyway flyway, Event<SchemaReady> ready,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> url,
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migratedAtStart) {
        this(flyway, ready::fire, url, migratedAtStart);
    }

    SchemaCheck(Flyway flyway, Consumer<SchemaReady> ready, Optional<String> url, boolean migratedAtStart) {
        this.flyway = flyway;
        this.ready = ready;
        // Parameters of the URL may be secrets.
        this.url = url.orElse("").replaceFirst("[?].*", "");
        this.migratedAtStart = migratedAtStart;
    }

    /** Whether requests may be answered. */
    public boolean passed() {
        return trouble == null;
    }

    /** Why not, in one line. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    // After the framework's own preparations, before anything of ours.
    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        if (migratedAtStart) {
            pass();
        } else {
            Thread thread = new Thread(this::awaitSchema, "database schema");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void end(@Observes ShutdownEvent event) {
        ended = true;
    }

    private void pass() {
        ready.accept(new SchemaReady());
        trouble = null;
    }

    private void awaitSchema() {
        Duration pause = FIRST_PAUSE;
        String said = null;
        Instant sayAgain = Instant.MIN;
        while (!ended) {
            Optional<String> found = look();
            if (found.isEmpty()) {
                if (said != null) {
                    LOG.info("The database has the expected schema now.");
                }
                return;
            }
            trouble = found.get();
            if (!Objects.equals(said, trouble) || Instant.now().isAfter(sayAgain)) {
                LOG.errorf("Not serving: %s", trouble);
                said = trouble;
                sayAgain = Instant.now().plus(SAID_AGAIN_AFTER);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** What is wrong with the database, in one line; if nothing is, everyone has been told. */
    Optional<String> look() {
        try {
            Optional<String> difference = difference();
            if (difference.isEmpty()) {
                pass();
            }
            return difference;
        } catch (RuntimeException e) {
            return Optional.of("the database " + url + " cannot be used: " + cause(e));
        }
    }

    private Optional<String> difference() {
        MigrationInfo[] all = flyway.info().all();
        Optional<MigrationInfo> unknown = Arrays.stream(all)
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED)
                .reduce((first, last) -> last);
        String known = newest(all, false);
        if (unknown.isPresent()) {
            return Optional.of("the database has schema version " + unknown.get().getVersion()
                    + ", which is newer than the " + known
                    + " that this program knows. Run the program that belongs to it, or go back to a backup.");
        }
        if (Arrays.stream(all).anyMatch(migration -> migration.getState() == MigrationState.PENDING)) {
            String applied = newest(all, true);
            return Optional.of("the database has " + (applied == null ? "no schema yet" : "schema version " + applied)
                    + ", and this program needs " + known + ". Waiting for the migration.");
        }
        ValidateResult validated = flyway.validateWithResult();
        if (validated.validationSuccessful) {
            return Optional.empty();
        }
        return Optional.of("the database's schema is not the one that this program knows: "
                + validated.getAllErrorMessages().lines().findFirst().orElse("validation failed"));
    }

    private static String newest(MigrationInfo[] all, boolean applied) {
        return Arrays.stream(all).filter(migration -> applied
                ? migration.getState().isApplied()
                : migration.getState().isResolved()).map(MigrationInfo::getVersion).filter(Objects::nonNull)
                .max(MigrationVersion::compareTo).map(MigrationVersion::getVersion).orElse(null);
    }

    /** The innermost words: the driver's, such as "password authentication failed for user …". */
    private static String cause(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && !(innermost instanceof SQLException)) {
            innermost = innermost.getCause();
        }
        String message = Objects.requireNonNullElse(innermost.getMessage(), innermost.getClass().getSimpleName());
        return message.lines().findFirst().orElse(message);
    }
}
