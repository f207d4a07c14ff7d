package org.parole.kit.dev;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command when this JVM is gone: a shell waits for the end of its input, which comes however the JVM ends, also
 * by {@code kill -9}. So nothing that we started stays behind. It ignores Ctrl-C, which a terminal sends to everyone.
 */
final class Watchdog {

    private static final String WAIT_THEN_RUN = """
            trap '' HUP INT TERM
            read -r word
            [ "$word" = dismissed ] || exec "$@"
            """;

    private final Process shell;

    /** Watches from now on. */
    Watchdog(List<String> whenGone) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WAIT_THEN_RUN, "watchdog"));
        command.addAll(whenGone);
        shell = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Ends the watch: the command is not run. */
    void dismiss() throws IOException, InterruptedException {
        try (OutputStream input = shell.getOutputStream()) {
            input.write("dismissed\n".getBytes(StandardCharsets.US_ASCII));
        }
        shell.waitFor(10, TimeUnit.SECONDS);
    }
}
