package org.parole.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A service as its last build left it: a jar, or an executable. */
public final class Packaged {

    private final Path target;

    private Packaged(Path target) {
        this.target = target;
    }

    /** One of this project's services, by the name of its folder. */
    public static Packaged service(String name) {
        return new Packaged(Path.of("..", name, "target"));
    }

    /** Whether it has been built. */
    public boolean isBuilt() {
        return Files.exists(description());
    }

    /** Whether it has been built as an executable. */
    public boolean isExecutable() {
        return artifact().getProperty("type").equals("native");
    }

    /** What starts it, with this much heap (such as {@code 128m}). */
    public List<String> command(String heap) {
        String path = target.resolve(artifact().getProperty("path")).toString();
        return isExecutable()
                ? List.of(path, "-Xmx" + heap)
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap,
                        // What it keeps in files is below target, as what the tests keep.
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError", "-jar", path);
    }

    private Properties artifact() {
        Properties artifact = new Properties();
        try (InputStream in = Files.newInputStream(description())) {
            artifact.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return artifact;
    }

    /** Where the framework's build writes down what it made. */
    private Path description() {
        return target.resolve("quarkus-artifact.properties");
    }
}
