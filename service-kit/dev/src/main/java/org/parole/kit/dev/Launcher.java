package org.parole.kit.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What {@code ./run} starts: the embedded PostgreSQL, the two services and the gateway, and at the first start the
 * sample. It ends them in the opposite order when it is asked to end.
 */
public final class Launcher {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String SAMPLE_LOADED = "sample-loaded";
    /**
     * Small heaps and a collector that needs no threads of its own; what the compiler needed for a while goes back to the
     * system, where the JDK can do that (17.0.9 and later). Only the first compiler: three JVMs that start side by side on two
     * cores are up in two thirds of the time, and are fast at once (bench/first-dossier, bench/jvm/run). {@code PAROLE_JVM_OPTIONS}
     * adds to them.
     */
    private static final List<String> JVM_OPTIONS = List.of("-Dio.netty.bootstrap.extensions=serviceload",
            "-XX:+UseSerialGC", "-Xms16m", "-Xmx80m", "-Xss512k",
            "-XX:TieredStopAtLevel=1", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30",
            "-XX:ReservedCodeCacheSize=64m", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=5000",
            "-XX:+ExitOnOutOfMemoryError");

    /** The parts in the order in which they start, with the prefix of their settings and their database. */
    private enum Part {
        QUOTE("quote-service", "quotes", 1), TALLY("tally-service", "tallies", 2), GATEWAY("gateway", "gateway", 0);

        final String module;
        final String database;
        final int offset;

        Part(String module, String database, int offset) {
            this.module = module;
            this.database = database;
            this.offset = offset;
        }
    }

    private record Ports(int http, int management) {
    }

    private final LaunchOptions options;
    private final DataDirectory data;
    private final Deque<Ending> endings = new ArrayDeque<>();
    private final Map<Part, ServiceProcess> running = new LinkedHashMap<>();
    private final Supervisor supervisor = new Supervisor(Launcher::say);
    private boolean closing;

    private record Ending(String what, Action action) {
    }

    private interface Action {
        void run() throws IOException, InterruptedException;
    }

    private interface Start<T> {
        T run() throws IOException;
    }

    private interface End<T> {
        void of(T started) throws IOException, InterruptedException;
    }

    private Launcher(LaunchOptions options, DataDirectory data) {
        this.options = options;
        this.data = data;
    }

    /** Runs until a signal or {@code stop} ends it. */
    public static void main(String[] arguments) throws Exception {
        try {
            List<String> all = List.of(arguments);
            if (all.contains("import")) {
                int status = new ImportCommand(ImportOptions.parse(all.subList(all.indexOf("import") + 1, all.size())),
                        System.out,
                        System.console() != null).run();
                System.exit(status);
            }
            LaunchOptions options = LaunchOptions.parse(arguments);
            if (options.stop()) {
                stop(options.data());
            } else {
                start(options);
            }
        } catch (LaunchFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException | IllegalStateException e) {
            String disk = DiskTrouble.of(e);
            if (disk == null && e instanceof IOException) {
                throw e;
            }
            System.err.println(disk == null ? e.getMessage() : "Parole cannot keep its data: " + disk + ".");
            System.exit(1);
        }
    }

    private static void stop(Path data) throws IOException, InterruptedException {
        if (!Files.isDirectory(data)) {
            throw new LaunchFailure("Nothing runs on " + data + ": there is no such directory.");
        }
        ProcessHandle owner = null;
        for (Instant deadline = Instant.now().plusSeconds(120); Instant.now().isBefore(deadline);) {
            Optional<DataDirectory> free = DataDirectory.open(data);
            if (free.isPresent()) {
                free.get().close();
                System.out.println(
                        owner == null ? "Nothing runs on " + data + "." : "Ended; the data stay in " + data + ".");
                return;
            }
            if (owner == null) {
                // Only while the lock is held: otherwise the number may belong to another process by now.
                owner = DataDirectory.owner(data).orElse(null);
                if (owner != null) {
                    owner.destroy();
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new LaunchFailure("What runs on " + data + " does not end"
                + (owner == null ? "." : ": process " + owner.pid() + "."));
    }

    private static void start(LaunchOptions options) throws IOException, InterruptedException {
        DataDirectory data = DataDirectory.open(options.data())
                .orElseThrow(() -> new LaunchFailure("Parole already runs on " + options.data()
                        + ". End it with ./run stop, or choose another directory with --data."));
        Launcher launcher = new Launcher(options, data);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::end, "end in order"));
        try {
            launcher.run();
        } catch (LaunchFailure e) {
            // What fails while everything is being ended is no news.
            launcher.awaitEndIfClosing();
            throw e;
        }
    }

    private void run() throws IOException, InterruptedException {
        Instant begin = Instant.now();
        begun("Parole", () -> data, DataDirectory::close);
        Map<Part, Ports> ports = ports();
        String url = "http://" + LOOPBACK + ":" + ports.get(Part.GATEWAY).http();
        data.announce(url);
        Map<Part, Map<String, String>> databases = databases();
        String writeKey = data.secret("write-key", Secrets::apiKey);
        for (Part part : Part.values()) {
            ServiceProcess.Definition definition = definition(part, ports, databases.get(part), writeKey);
            begun(part.module, () -> startService(part, definition), started -> running.get(part).stop());
        }
        for (ServiceProcess service : running.values()) {
            service.awaitReady();
            say(service.name() + " is ready");
        }
        loadSample(URI.create(url), writeKey);
        // Written at once, so that a program that waits for the first line can read the last.
        System.out.print(String.format(Locale.ROOT, """

                Parole runs, after %.1f s.
                  Dossier     %s/api/v1/dossiers/us-taliban-2020
                  Swagger UI  %s/swagger-ui/
                  Write key   %s
                  Data, logs  %s
                Ctrl-C or ./run stop ends it; nothing is lost.
                """, Duration.between(begin, Instant.now()).toMillis() / 1000.0, url, url, writeKey, options.data()));
        watchOver();
    }

    private Map<Part, Ports> ports() throws IOException {
        Map<Part, Ports> ports = new LinkedHashMap<>();
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (Part part : Part.values()) {
                ports.put(part, options.port() == 0
                        ? new Ports(take(0, part, taken), take(0, part, taken))
                        : new Ports(take(options.port() + part.offset, part, taken),
                                take(options.port() + 920 + part.offset, part, taken)));
            }
        } finally {
            for (ServerSocket socket : taken) {
                socket.close();
            }
        }
        return ports;
    }

    private static int take(int port, Part part, List<ServerSocket> taken) throws IOException {
        ServerSocket socket = new ServerSocket();
        taken.add(socket);
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
        } catch (IOException e) {
            throw new LaunchFailure("Port " + port + ", which the " + part.module
                    + " needs, is taken by another program. Choose other ports with --port, for example ./run --port 18080.");
        }
        return socket.getLocalPort();
    }

    /** The settings by which each service finds its database: the reader's own, or ours. */
    private Map<Part, Map<String, String>> databases() throws IOException {
        List<String> missing = new ArrayList<>();
        Map<Part, Map<String, String>> own = new HashMap<>();
        for (Part part : Part.values()) {
            Map<String, String> settings = new HashMap<>();
            for (String name : List.of("URL", "USER", "PASSWORD", "MIGRATION_USER", "MIGRATION_PASSWORD")) {
                String variable = part + "_DATABASE_" + name;
                String value = System.getenv(variable);
                if (value != null && !value.isBlank()) {
                    settings.put(variable, value);
                } else if (!name.startsWith("MIGRATION")) {
                    missing.add(variable);
                }
            }
            own.put(part, settings);
        }
        if (own.values().stream()
                .noneMatch(settings -> settings.keySet().stream().anyMatch(name -> name.endsWith("_URL")))) {
            return embeddedDatabases();
        }
        if (!missing.isEmpty()) {
            throw new LaunchFailure(
                    "To use your own PostgreSQL, set the URL, the user and the password of all three databases; "
                            + "missing: " + String.join(", ", missing) + ".");
        }
        say("using your own PostgreSQL");
        return own;
    }

    private Map<Part, Map<String, String>> embeddedDatabases() throws IOException {
        Path directory = data.directory("postgresql");
        if (!Files.exists(directory.resolve("data"))) {
            say("unpacking PostgreSQL and making the databases");
        }
        String password = data.secret("postgresql-password", Secrets::random);
        EmbeddedDatabase server = begun("database", () -> EmbeddedDatabase.keptIn(directory, password),
                EmbeddedDatabase::close);
        supervisor.watch(new SupervisedDatabase(server, this::isClosing));
        Map<Part, Map<String, String>> settings = new HashMap<>();
        for (Part part : Part.values()) {
            ServiceDatabase database = server.create(part.database);
            String prefix = part + "_DATABASE_";
            settings.put(part,
                    Map.of(prefix + "URL", database.jdbcUrl(), prefix + "USER", database.application().name(),
                            prefix + "PASSWORD", database.application().password(), prefix + "MIGRATION_USER",
                            database.migration().name(), prefix + "MIGRATION_PASSWORD",
                            database.migration().password()));
        }
        say("PostgreSQL is ready on port " + server.port());
        return settings;
    }

    private ServiceProcess.Definition definition(Part part, Map<Part, Ports> ports, Map<String, String> database,
            String writeKey) throws IOException {
        Path jar = options.checkout().resolve(part.module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new LaunchFailure(part.module + " is not built: there is no " + jar + ".");
        }
        data.signingKeys();
        Map<String, String> environment = new HashMap<>(database);
        environment.put("QUARKUS_HTTP_HOST", LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.get(part).http()));
        environment.put("QUARKUS_MANAGEMENT_HOST", LOOPBACK);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.get(part).management()));
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", data.secretFile("verifying-key.pem").toUri().toString());
        // One arena for each thread is glibc's answer to contention that these processes do not have.
        environment.put("MALLOC_ARENA_MAX", "2");
        if (part != Part.QUOTE) {
            // The tally-service asks whether the quotes behind its reports are verified.
            environment.put("QUOTE_SERVICE_URL", "http://" + LOOPBACK + ":" + ports.get(Part.QUOTE).http());
        }
        if (part == Part.GATEWAY) {
            environment.put("TALLY_SERVICE_URL", "http://" + LOOPBACK + ":" + ports.get(Part.TALLY).http());
            environment.put("PAROLE_BOOTSTRAP_KEY", writeKey);
            environment.put("PAROLE_GATEWAY_SIGNING_KEY_LOCATION", data.secretFile("signing-key.pem").toString());
        }
        Path log = data.directory("logs").resolve(part.module + ".log");
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(part.module + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(JVM_OPTIONS);
        // The last one of two that contradict each other counts.
        Optional.ofNullable(System.getenv("PAROLE_JVM_OPTIONS")).map(String::strip)
                .filter(own -> !own.isEmpty()).ifPresent(own -> command.addAll(List.of(own.split("\\s+"))));
        command.addAll(List.of("-Djava.io.tmpdir=" + data.directory("tmp"), "-jar", jar.toString()));
        return new ServiceProcess.Definition(part.module, command, environment, ports.get(part).management(), log);
    }

    private synchronized ServiceProcess startService(Part part, ServiceProcess.Definition definition)
            throws IOException {
        if (closing) {
            throw new LaunchFailure("Ending already.");
        }
        ServiceProcess service = ServiceProcess.start(definition);
        running.put(part, service);
        return service;
    }

    private void loadSample(URI gateway, String writeKey) throws IOException, InterruptedException {
        if (!options.sample() || data.isDone(SAMPLE_LOADED)) {
            return;
        }
        say("loading the sample through " + gateway + "/api/v1");
        try {
            int requests = new SampleLoader(options.checkout().resolve("docs/sample"), gateway, writeKey).load();
            data.done(SAMPLE_LOADED);
            say("the sample is loaded (" + requests + " requests)");
        } catch (LaunchFailure e) {
            // The suite is of use without it, above all to find out why; the next start tries again.
            System.err.println(e.getMessage());
        }
    }

    /** What ends by itself is started again, for as long as it takes. */
    private void watchOver() throws InterruptedException {
        for (Part part : Part.values()) {
            supervisor.watch(new SupervisedService(part));
        }
        supervisor.run();
    }

    /** A service whose process is another one after each start. */
    private final class SupervisedService implements Supervisor.Supervised {
        private final Part part;

        private SupervisedService(Part part) {
            this.part = part;
        }

        private ServiceProcess process() {
            synchronized (Launcher.this) {
                return running.get(part);
            }
        }

        @Override
        public String name() {
            return part.module;
        }

        @Override
        public boolean isRunning() {
            return process().isRunning() || isClosing();
        }

        @Override
        public String howItEnded() {
            return process().howItEnded();
        }

        @Override
        public void startAgain() throws IOException, InterruptedException {
            awaitEndIfClosing();
            ServiceProcess old = process();
            old.stop();
            startService(part, old.definition());
        }

        @Override
        public boolean isReady() throws InterruptedException {
            return process().isReady();
        }
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    /** When everything is being ended anyway, a service's end is no news. */
    private void awaitEndIfClosing() throws InterruptedException {
        if (isClosing()) {
            new CountDownLatch(1).await();
        }
    }

    /** Starts something that has to be ended later; nothing is started any more once the end has begun. */
    private synchronized <T> T begun(String what, Start<T> start, End<T> end) throws IOException {
        if (closing) {
            throw new LaunchFailure("Ending already.");
        }
        T started = start.run();
        endings.push(new Ending(what, () -> end.of(started)));
        return started;
    }

    private synchronized void end() {
        closing = true;
        while (!endings.isEmpty()) {
            Ending ending = endings.pop();
            try {
                ending.action().run();
                say(ending.what() + " ended");
            } catch (IOException | RuntimeException e) {
                System.err.println(ending.what() + " did not end in order: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void say(String progress) {
        System.out.println("  " + progress);
    }
}
