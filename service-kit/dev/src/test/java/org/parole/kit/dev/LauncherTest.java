package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as {@code ./run} starts it, a process of its own, over services that only say that they are ready. */
class LauncherTest {

    private static final List<String> MODULES = List.of("quote-service", "tally-service", "gateway");
    private static final Map<String, String> OWN_DATABASES = Stream.of("QUOTE", "TALLY", "GATEWAY")
            .flatMap(part -> Stream.of(part + "_DATABASE_URL", part + "_DATABASE_USER", part + "_DATABASE_PASSWORD"))
            .collect(Collectors.toMap(name -> name, name -> "of-the-reader"));

    @TempDir
    Path directory;
    private Path checkout;
    private Path data;
    private Path output;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void buildTheServices() throws IOException {
        checkout = directory.resolve("checkout");
        data = directory.resolve("data");
        output = directory.resolve("output");
        for (String module : MODULES) {
            Path jar = jar(module);
            Files.createDirectories(jar.getParent());
            try (OutputStream file = Files.newOutputStream(jar)) {
                writeJar(file);
            }
        }
    }

    @AfterEach
    void endWhatStillRuns() {
        started.forEach(process -> process.toHandle().destroyForcibly());
    }

    @Test
    void starts_the_services_and_ends_them_in_order_at_a_term_signal() throws Exception {
        Process launcher = launch();
        awaitOutput("ends it; nothing is lost.");
        assertThat(output()).containsSubsequence("quote-service is ready", "tally-service is ready", "gateway is ready",
                "Swagger UI  http://127.0.0.1:", "Write key   parole_");
        assertThat(Files.readString(data.resolve("url"))).startsWith("http://127.0.0.1:");
        List<ProcessHandle> services = services(launcher);
        assertThat(services).hasSize(3);

        launcher.destroy();

        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output()).containsSubsequence("gateway ended", "tally-service ended", "quote-service ended",
                "Parole ended");
        assertThat(services).noneMatch(ProcessHandle::isAlive);
        assertThat(data.resolve("url")).doesNotExist();
    }

    @Test
    void ends_at_stop_and_says_whether_anything_ran() throws Exception {
        Process launcher = launch();
        awaitOutput("ends it; nothing is lost.");

        assertThat(end(launch("stop"))).isZero();
        assertThat(output()).contains("Ended; the data stay in " + data);
        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(end(launch("stop"))).isZero();
        assertThat(output()).contains("Nothing runs on " + data + ".");
    }

    @Test
    void leaves_no_service_behind_when_it_is_killed() throws Exception {
        Process launcher = launch();
        awaitOutput("ends it; nothing is lost.");
        List<ProcessHandle> services = services(launcher);
        assertThat(services).hasSize(3);

        launcher.destroyForcibly();

        Awaitility.await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(services).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void starts_a_service_again_that_ended_by_itself() throws Exception {
        Process launcher = launch();
        awaitOutput("ends it; nothing is lost.");
        List<ProcessHandle> before = services(launcher);

        URI end = URI
                .create("http://127.0.0.1:" + environment("tally-service").get("QUARKUS_MANAGEMENT_PORT") + "/end");
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(end).build(), HttpResponse.BodyHandlers.discarding());

        awaitOutput("tally-service ended by itself (exit code 4); starting it again");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(output().split("tally-service is ready", -1)).as("ready, twice").hasSize(3));
        List<ProcessHandle> after = services(launcher);
        assertThat(after).hasSize(3);
        assertThat(after).filteredOn(before::contains).hasSize(2);
    }

    @Test
    void gives_a_service_its_own_settings_only() throws Exception {
        launch();
        awaitOutput("ends it; nothing is lost.");

        assertThat(environment("quote-service"))
                .containsKeys("QUOTE_DATABASE_PASSWORD", "QUARKUS_HTTP_PORT", "MP_JWT_VERIFY_PUBLICKEY_LOCATION")
                .doesNotContainKeys("TALLY_DATABASE_PASSWORD", "GATEWAY_DATABASE_PASSWORD", "PAROLE_BOOTSTRAP_KEY",
                        "PAROLE_GATEWAY_SIGNING_KEY_LOCATION");
        assertThat(environment("gateway")).containsKeys("GATEWAY_DATABASE_PASSWORD", "PAROLE_BOOTSTRAP_KEY")
                .doesNotContainKeys("QUOTE_DATABASE_PASSWORD", "TALLY_DATABASE_PASSWORD");
    }

    @Test
    void tells_why_a_service_does_not_start() throws Exception {
        Files.createFile(jar("tally-service").resolveSibling("fails"));

        assertThat(end(launch())).isEqualTo(1);
        assertThat(output()).contains("tally-service ended while it started (exit code 3).",
                "The database cannot be reached.");
        assertThat(data.resolve("pid")).doesNotExist();
    }

    @Test
    void refuses_a_taken_port_before_it_starts_anything() throws Exception {
        // Not one from the system: those next to it are given to connections.
        try (ServerSocket taken = new ServerSocket(FreePort.find(), 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThat(end(launch("--port", Integer.toString(port)))).isEqualTo(1);
            assertThat(output()).containsPattern("Port \\d+, which the \\S+ needs, is taken by another program\\. "
                    + "Choose other ports with --port").contains("Port " + port).doesNotContain("is ready");
        }
    }

    @Test
    void refuses_a_second_suite_on_the_same_data() throws Exception {
        launch();
        awaitOutput("ends it; nothing is lost.");

        assertThat(end(launch())).isEqualTo(1);
        assertThat(output()).contains("Parole already runs on " + data);
    }

    @Test
    void names_what_is_missing_for_the_readers_own_postgresql() throws Exception {
        Process launcher = start(Map.of("QUOTE_DATABASE_URL", "jdbc:postgresql://127.0.0.1/quotes"), "--port", "0");

        assertThat(end(launcher)).isEqualTo(1);
        assertThat(output()).contains("missing: QUOTE_DATABASE_USER, QUOTE_DATABASE_PASSWORD, TALLY_DATABASE_URL");
    }

    @Test
    void says_that_a_service_is_not_built() throws Exception {
        Files.delete(jar("gateway"));

        assertThat(end(launch())).isEqualTo(1);
        assertThat(output()).contains("gateway is not built");
    }

    private Process launch(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("stop")) {
            all.add("--no-sample");
            if (!all.contains("--port")) {
                all.addAll(List.of("--port", "0"));
            }
        }
        return start(OWN_DATABASES, all.toArray(String[]::new));
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(java(), "-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "--checkout",
                        checkout.toString(), "--data", data.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.contains("_DATABASE_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(output);
    }

    private void awaitOutput(String words) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(output()).contains(words));
    }

    private Map<String, String> environment(String module) throws IOException {
        try (Stream<String> lines = Files.lines(jar(module).resolveSibling("environment"))) {
            return lines.map(line -> line.split("=", 2)).filter(parts -> parts.length == 2)
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, second) -> first));
        }
    }

    private Path jar(String module) {
        return checkout.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The launcher's children that are services; the shells that watch over them are children, too. */
    private static List<ProcessHandle> services(Process launcher) {
        return launcher.children().filter(child -> child.info().command().orElse("").endsWith("java")).toList();
    }

    private static void writeJar(OutputStream file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        try (JarOutputStream jar = new JarOutputStream(file, manifest)) {
            String name = FakeService.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(name));
            try (InputStream classFile = LauncherTest.class.getClassLoader().getResourceAsStream(name)) {
                classFile.transferTo(jar);
            }
        }
    }
}
