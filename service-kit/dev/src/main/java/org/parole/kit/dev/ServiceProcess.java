package org.parole.kit.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One service of the suite as a JVM process. */
final class ServiceProcess {

    /** A shell that becomes the service: what it ignores, the service ignores, and a terminal's Ctrl-C is for us alone. */
    private static final List<String> DEAF_TO_THE_TERMINAL = List.of("sh", "-c", "trap '' HUP INT; exec \"$@\"",
            "service");
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_END = Duration.ofSeconds(40);
    private static final int LAST_WORDS = 15;
    /** The exit code of a JVM with -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private final Definition definition;
    private final Process process;
    private final Watchdog watchdog;

    /**
     * How to run a service.
     *
     * @param name
     *            its name, as people know it
     * @param command
     *            the Java options and what to run
     * @param environment
     *            its configuration
     * @param managementPort
     *            where it says whether it is ready
     * @param log
     *            where its output goes
     */
    record Definition(String name, List<String> command, Map<String, String> environment, int managementPort,
            Path log) {
    }

    private ServiceProcess(Definition definition, Process process, Watchdog watchdog) {
        this.definition = definition;
        this.process = process;
        this.watchdog = watchdog;
    }

    static ServiceProcess start(Definition definition) throws IOException {
        List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(definition.command());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(definition.log().toFile()));
        Map<String, String> environment = builder.environment();
        // A service gets the settings of the suite that are meant for it, not the passwords of the others.
        environment.keySet().removeIf(ServiceProcess::belongsToTheSuite);
        environment.putAll(new TreeMap<>(definition.environment()));
        Process process = builder.start();
        process.getOutputStream().close();
        return new ServiceProcess(definition, process,
                new Watchdog(List.of("kill", "-TERM", Long.toString(process.pid()))));
    }

    private static boolean belongsToTheSuite(String variable) {
        return variable.matches("(QUOTE|TALLY|GATEWAY|MP_JWT|PAROLE_BOOTSTRAP|PAROLE_GATEWAY)_.*");
    }

    String name() {
        return definition.name();
    }

    Definition definition() {
        return definition;
    }

    int exitValue() {
        return process.exitValue();
    }

    /** Whether its process has not ended yet, ready or not. */
    boolean isRunning() {
        return process.isAlive();
    }

    /** Returns when it can serve. */
    void awaitReady() throws InterruptedException, IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = readiness();
        Instant deadline = Instant.now().plus(LONGEST_START);
        while (!isReady(client, request)) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new LaunchFailure(
                        name() + " ended while it started (exit code " + exitValue() + ")." + lastWords());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LaunchFailure(
                        name() + " is not ready after " + LONGEST_START.toMinutes() + " minutes." + lastWords());
            }
        }
    }

    /** Whether it can serve. */
    boolean isReady() throws InterruptedException {
        return isReady(HttpClient.newHttpClient(), readiness());
    }

    /** How it ended, to be read behind its name. */
    String howItEnded() {
        return exitValue() == OUT_OF_MEMORY
                ? "ran out of memory and ended"
                : "ended by itself (exit code " + exitValue() + ")";
    }

    private HttpRequest readiness() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + definition.managementPort() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5)).build();
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks it to end, and waits until it has; one that does not listen is killed. */
    void stop() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        watchdog.dismiss();
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(definition.log());
        return " Its log is " + definition.log() + " and ends:\n  "
                + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }
}
