package org.parole.kit.dev;

import java.nio.file.Path;

/**
 * What {@code ./run} was asked to do.
 *
 * @param stop
 *            end the suite that runs on this data directory, instead of starting one
 * @param checkout
 *            where the built services and the sample are
 * @param data
 *            where everything is kept
 * @param port
 *            the gateway's port; 0 for free ports everywhere
 * @param sample
 *            whether the sample is loaded
 */
record LaunchOptions(boolean stop, Path checkout, Path data, int port, boolean sample) {

    static final int DEFAULT_PORT = 8080;

    /** The other ports are counted from the gateway's, the farthest of them 922 above it. */
    private static final int HIGHEST_PORT = 65535 - 922;

    static LaunchOptions parse(String... arguments) {
        boolean stop = false;
        Path checkout = Path.of("");
        Path data = Path.of("data");
        int port = DEFAULT_PORT;
        boolean sample = true;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "stop" -> stop = true;
                case "--no-sample" -> sample = false;
                case "--checkout" -> checkout = Path.of(value(arguments, ++i));
                case "--data" -> data = Path.of(value(arguments, ++i));
                case "--port" -> port = port(value(arguments, ++i));
                default ->
                    throw new LaunchFailure("Unknown argument " + arguments[i] + "; ./run --help lists them all.");
            }
        }
        return new LaunchOptions(stop, checkout.toAbsolutePath().normalize(), data.toAbsolutePath().normalize(), port,
                sample);
    }

    private static String value(String[] arguments, int index) {
        if (index == arguments.length || arguments[index].isBlank()) {
            throw new LaunchFailure(arguments[index - 1] + " needs a value; ./run --help says which.");
        }
        return arguments[index];
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT) {
            return Integer.parseInt(text);
        }
        throw new LaunchFailure(
                "--port takes a number from 1 to " + HIGHEST_PORT + ", or 0 for free ports; not " + text + ".");
    }
}
