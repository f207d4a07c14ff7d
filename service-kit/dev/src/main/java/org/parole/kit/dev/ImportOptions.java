package org.parole.kit.dev;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code ./run import} was asked to do.
 *
 * @param file what is sent
 * @param format the name of its format
 * @param mapping the name of a saved mapping, or a file with one; null for none
 * @param dataset to which its rows belong; null for the gateway's choice
 * @param licence under which they may be used; null where none is named
 * @param dryRun whether nothing is to be written
 * @param strict whether one refused row is to stop it
 * @param gateway where it is sent
 * @param key with which
 */
record ImportOptions(Path file, String format, String mapping, String dataset, String licence, boolean dryRun,
        boolean strict, URI gateway,
        String key) {

    /** Endings that only one format of archives has. */
    private static final Map<String, String> ARCHIVES = Map.of("jsonld", "annotation", "zip", "brat");

    /** Reads the arguments behind 'import'. */
    static ImportOptions parse(List<String> arguments) throws IOException {
        Path file = null;
        String format = null;
        String mapping = null;
        String dataset = null;
        String licence = null;
        boolean dryRun = false;
        boolean strict = false;
        String port = "8080";
        Path data = Path.of("data");
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--mapping" -> mapping = value(arguments, ++i);
                case "--format" -> format = value(arguments, ++i).toLowerCase(Locale.ROOT);
                case "--dataset" -> dataset = value(arguments, ++i);
                case "--licence" -> licence = value(arguments, ++i);
                case "--port" -> port = value(arguments, ++i);
                case "--data" -> data = Path.of(value(arguments, ++i));
                case "--checkout" -> i++;
                case "--dry-run" -> dryRun = true;
                case "--strict" -> strict = true;
                default -> {
                    if (argument.startsWith("-") || file != null) {
                        throw new LaunchFailure("What is '" + argument + "'? ./run --help tells what import takes.");
                    }
                    file = Path.of(argument);
                }
            }
        }
        if (file == null) {
            throw new LaunchFailure("Which file? ./run import FILE");
        }
        return new ImportOptions(file, format == null ? formatOf(file) : format, mapping, dataset, licence, dryRun,
                strict, gateway(port), key(data));
    }

    private static URI gateway(String port) {
        if (!port.matches("[1-9]\\d{0,4}")) {
            throw new LaunchFailure("--port takes a number.");
        }
        return URI.create("http://127.0.0.1:" + port);
    }

    private static String value(List<String> arguments, int index) {
        if (index >= arguments.size()) {
            throw new LaunchFailure(arguments.get(index - 1) + " takes a value.");
        }
        return arguments.get(index);
    }

    private static String formatOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ARCHIVES.containsKey(ending)) {
            return ARCHIVES.get(ending);
        }
        if (!ImportCommand.TABLES.contains(ending)) {
            throw new LaunchFailure(
                    "The name " + name + " does not tell the format. Name it: --format csv, --format quotebank, …");
        }
        return ending;
    }

    private static String key(Path data) throws IOException {
        String key = System.getenv("PAROLE_KEY");
        if (key != null && !key.isBlank()) {
            return key.strip();
        }
        Path file = data.resolve("secrets").resolve("write-key");
        if (!Files.isReadable(file)) {
            throw new LaunchFailure(
                    "There is no key in " + file + ". --data names the suite's directory; PAROLE_KEY can hold a key.");
        }
        return Files.readString(file).strip();
    }
}
