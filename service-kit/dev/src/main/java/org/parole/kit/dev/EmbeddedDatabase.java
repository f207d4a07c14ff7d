package org.parole.kit.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import com.sun.security.auth.module.UnixSystem;

/**
 * A real PostgreSQL 18 of our own, run as this user (or, as root, in a user namespace, because PostgreSQL refuses root).
 * It listens on the loopback interface only and asks everyone for a password. It ends with this JVM, however that ends.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String SUPERUSER = "postgres";
    private static final int START_ATTEMPTS = 3;
    /** On Linux, on macOS, and on systems that have neither. */
    private static final List<String> CHARACTER_TYPES = List.of("C.UTF-8", "UTF-8", "C");
    private static final String UNKNOWN_LOCALE = "42809";
    private static final List<String> UNREPLICATED = List.of("wal_level = minimal", "max_wal_senders = 0");
    private static final List<String> REPLICATED = List.of("wal_level = replica", "max_wal_senders = 4",
            "wal_keep_size = 256MB");

    private final Path bin;
    private final Path directory;
    private final boolean kept;
    private final String superuserPassword;
    private final List<String> replication;
    private final List<String> asUser;
    private int port;
    private Watchdog watchdog;

    private EmbeddedDatabase(Path binaries, Path directory, boolean kept, String superuserPassword,
            List<String> replication) throws IOException {
        this.directory = directory.toAbsolutePath();
        this.kept = kept;
        this.superuserPassword = superuserPassword;
        this.replication = replication;
        this.asUser = new UnixSystem().getUid() == 0 ? List.of("unshare", "--user") : List.of();
        this.bin = PostgresBinaries.unpack(binaries.toAbsolutePath());
    }

    /**
     * Starts the database whose files stay in {@code directory}; makes it at the first start. What a previous JVM may
     * have left running there is stopped first: the caller must own the directory.
     */
    public static EmbeddedDatabase keptIn(Path directory, String superuserPassword) throws IOException {
        EmbeddedDatabase database = new EmbeddedDatabase(directory.resolve("programs"), directory, true,
                superuserPassword, List.of());
        database.start();
        return database;
    }

    /** Starts an empty database below {@code parent}, fast rather than safe, and deletes it when it is closed. */
    public static EmbeddedDatabase thrownAwayIn(Path parent) throws IOException {
        return thrownAwayIn(parent, UNREPLICATED);
    }

    /** The same, but so that others can follow it. */
    static EmbeddedDatabase primaryIn(Path parent) throws IOException {
        return thrownAwayIn(parent, REPLICATED);
    }

    private static EmbeddedDatabase thrownAwayIn(Path parent, List<String> replication) throws IOException {
        Files.createDirectories(parent);
        EmbeddedDatabase database = new EmbeddedDatabase(parent, Files.createTempDirectory(parent, "postgres-"), false,
                Secrets.random(), replication);
        database.start();
        return database;
    }

    /** Starts a second server that follows this one by streaming replication, and is thrown away as well. */
    EmbeddedDatabase standbyIn(Path parent) throws IOException {
        List<String> settings = new ArrayList<>(REPLICATED);
        settings.add("primary_conninfo = 'host=" + LOOPBACK + " port=" + port + " user=" + SUPERUSER + " password="
                + superuserPassword + "'");
        EmbeddedDatabase standby = new EmbeddedDatabase(parent, Files.createTempDirectory(parent, "standby-"), false,
                superuserPassword, settings);
        try (Connection connection = connect(SUPERUSER)) {
            BaseBackup.copy(connection, data(), standby.data());
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be copied: " + e.getMessage(), e);
        }
        standby.start();
        return standby;
    }

    /** One that this JVM has started under another class loader. */
    static EmbeddedDatabase startedIn(Path parent, Path directory, int port, String superuserPassword)
            throws IOException {
        EmbeddedDatabase database = new EmbeddedDatabase(parent, directory, false, superuserPassword, List.of());
        database.port = port;
        return database;
    }

    /** Where its files are. */
    Path directory() {
        return directory;
    }

    /** Ends the server in disorder, as a machine does that is lost; its files stay. */
    void halt() throws IOException {
        control("-m", "immediate", "-w", "-t", "60", "stop").orFail("PostgreSQL does not stop");
    }

    /** Starts it again on the same port. */
    void startAgain() throws IOException {
        control("-l", log().toString(), "-w", "-t", "60", "start")
                .orFail("PostgreSQL does not start; its log is " + log() + lastWords());
    }

    /** The last line of the log, which says why. */
    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return lines.isEmpty() ? "" : " and ends: " + lines.get(lines.size() - 1);
    }

    /** Whether its first process is there, as far as that one has said so. */
    boolean isRunning() {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).map(ProcessHandle::isAlive).orElse(false);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Creates, unless they are there, a database for a service and its two roles, with new passwords. */
    public ServiceDatabase create(String name) {
        return create(port, superuserPassword, name);
    }

    /** The password of the superuser, for those who share this server. */
    String superuserPassword() {
        return superuserPassword;
    }

    static ServiceDatabase create(int port, String superuserPassword, String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        ServiceDatabase.Role owner = new ServiceDatabase.Role(name + "_owner", Secrets.random());
        ServiceDatabase.Role application = new ServiceDatabase.Role(name + "_app", Secrets.random());
        try (Connection connection = connect(port, superuserPassword);
                Statement statement = connection.createStatement()) {
            for (ServiceDatabase.Role role : List.of(owner, application)) {
                String change = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role.name() + "'")
                        ? "ALTER"
                        : "CREATE";
                statement.execute(change + " ROLE " + role.name() + " LOGIN PASSWORD '" + role.password() + "'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                createDatabase(statement, name, owner);
            }
            // By default everyone may connect to every database and create temporary tables in it.
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + application.name());
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be made: " + e.getMessage(), e);
        }
        return new ServiceDatabase("jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + name, application, owner);
    }

    /**
     * The order is the same on every machine. What a letter is comes from the C library, because the trigrams of pg_trgm ask
     * that one: with its locale C, they would know the letters of ASCII only.
     */
    private static void createDatabase(Statement statement, String name, ServiceDatabase.Role owner)
            throws SQLException {
        for (int i = 0;; i++) {
            try {
                statement.execute("CREATE DATABASE " + name + " OWNER " + owner.name()
                        + " TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE '" + CHARACTER_TYPES.get(i) + "'");
                return;
            } catch (SQLException e) {
                if (!UNKNOWN_LOCALE.equals(e.getSQLState()) || i == CHARACTER_TYPES.size() - 1) {
                    throw e;
                }
            }
        }
    }

    /** The superuser's connection to a database. */
    Connection connect(String database) throws SQLException {
        return connect(port, superuserPassword, database);
    }

    private static Connection connect(int port, String superuserPassword) throws SQLException {
        return connect(port, superuserPassword, SUPERUSER);
    }

    static Connection connect(int port, String superuserPassword, String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", superuserPassword);
        // Not DriverManager: its list of drivers depends on the class loader that asks, which differs under test.
        return new org.postgresql.Driver().connect("jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database,
                login);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path log() {
        return directory.resolve("postgresql.log");
    }

    private void start() throws IOException {
        Files.createDirectories(directory);
        if (!asUser.isEmpty() && run(List.of("true")).status() != 0) {
            throw new IllegalStateException(
                    "PostgreSQL does not run as root, and this system does not let root give up its "
                            + "rights in a user namespace. Run as an ordinary user, or use your own PostgreSQL: see docs/running.md.");
        }
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        } else if (control("status").status() == 0) {
            control("-m", "fast", "-w", "stop")
                    .orFail("The PostgreSQL left running in " + directory + " does not stop");
        }
        for (int attempt = 1;; attempt++) {
            port = FreePort.find();
            configure();
            Outcome outcome = control("-l", log().toString(), "-w", "-t", "60", "start");
            if (outcome.status() == 0) {
                break;
            }
            if (attempt == START_ATTEMPTS) {
                outcome.orFail("PostgreSQL does not start; its log is " + log() + lastWords());
            }
        }
        watch();
    }

    private void initialise() throws IOException {
        PostgresBinaries.deleteRecursively(data());
        Path passwordFile = Files.createTempFile(directory, "initial", ".pw",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, superuserPassword + "\n");
            List<String> command = new ArrayList<>(List.of(bin.resolve("initdb").toString(), "-D", data().toString(),
                    "--username=" + SUPERUSER, "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8",
                    // The same sort order and case mapping on every machine, independent of its C library.
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            if (!kept) {
                command.add("--no-sync");
            }
            run(command).orFail("The database files could not be made");
        } catch (IOException | RuntimeException e) {
            PostgresBinaries.deleteRecursively(data());
            throw e;
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void configure() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("# Written anew at every start.", "listen_addresses = '" + LOOPBACK + "'",
                        "port = " + port, "unix_socket_directories = ''", "max_connections = 100",
                        "password_encryption = scram-sha-256",
                        "timezone = 'UTC'", "log_timezone = 'UTC'", "shared_buffers = 64MB",
                        "dynamic_shared_memory_type = posix"));
        if (!kept) {
            lines.addAll(List.of("fsync = off", "full_page_writes = off", "synchronous_commit = off",
                    // Tests count statements.
                    "shared_preload_libraries = 'pg_stat_statements'"));
        }
        lines.addAll(replication);
        Files.write(data().resolve("postgresql.conf"), lines);
    }

    private void watch() throws IOException {
        List<String> stop = controlCommand("-m", stopMode(), "-w", "stop");
        if (kept) {
            watchdog = new Watchdog(stop);
        } else {
            List<String> stopAndDelete = new ArrayList<>(
                    List.of("sh", "-c", "scratch=$1; shift; \"$@\"; rm -rf -- \"$scratch\"",
                            "stop-and-delete", directory.toString()));
            stopAndDelete.addAll(stop);
            watchdog = new Watchdog(stopAndDelete);
        }
    }

    /** Data that nobody needs any more may as well be left in disorder. */
    private String stopMode() {
        return kept ? "fast" : "immediate";
    }

    /** Ends it in order; a database that is thrown away is deleted. */
    @Override
    public void close() {
        try {
            control("-m", stopMode(), "-w", "-t", "60", "stop").orFail("PostgreSQL does not stop");
            watchdog.dismiss();
            if (!kept) {
                PostgresBinaries.deleteRecursively(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome control(String... arguments) throws IOException {
        return run(controlCommand(arguments));
    }

    private List<String> controlCommand(String... arguments) {
        List<String> command = new ArrayList<>(asUser);
        command.addAll(List.of(bin.resolve("pg_ctl").toString(), "-D", data().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Outcome run(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(command);
        if (!command.subList(0, Math.min(asUser.size(), command.size())).equals(asUser)) {
            whole.addAll(0, asUser);
        }
        // Into a file: the server inherits it, so a pipe would stay open as long as the server runs.
        Path output = Files.createTempFile(directory, "control", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("No end of " + String.join(" ", whole));
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + String.join(" ", whole), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private record Outcome(int status, String output) {

        void orFail(String message) {
            if (status != 0) {
                throw new IllegalStateException(message + ": " + output.strip());
            }
        }
    }
}
