package org.parole.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** A typed client, generated from the committed API document by this build, compiles and reads a dossier. */
@QuarkusTest
class ClientTest extends StubbedTest {

    private static final Path SOURCES = Path.of("target", "generated-client", "src", "main", "java");
    private static final Path CLASSES = Path.of("target", "generated-client", "classes");

    @TestHTTPResource
    URL gateway;

    @Test
    void the_generated_client_compiles_and_reads_a_dossier() throws Exception {
        assumeTrue(Files.exists(SOURCES), "Skipped: the build did not generate the client");
        tallies.when("GET", "/api/v1/agreements/us-taliban-2020", StubService.json(200,
                Files.readString(Path.of("src", "test", "client", "agreement.json"), StandardCharsets.UTF_8)));
        tallies.when("GET", "/api/v1/(commitments|tallies)", StubService.json(200, "{\"items\":[]}"));
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[]}"));

        compile();
        try (URLClassLoader loader = new URLClassLoader(new URL[]{CLASSES.toUri().toURL()},
                getClass().getClassLoader())) {
            Method read = loader.loadClass("ReadDossier").getMethod("read", String.class, String.class);
            // A part may be late and so be missing, at the first try after a long compilation.
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                            read.invoke(null, gateway.toString().replaceFirst("/$", ""), "us-taliban-2020")).isEqualTo(
                                    "Agreement for Bringing Peace to Afghanistan; 0 commitments, 0 quotes"));
        }
    }

    private static void compile() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> generated = Files.walk(SOURCES)) {
            generated.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
        }
        files.add(Path.of("src", "test", "client", "ReadDossier.java"));
        Files.createDirectories(CLASSES);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(said, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(null, manager, said,
                    List.of("-d", CLASSES.toString(), "-proc:none", "-nowarn", "-classpath",
                            System.getProperty("java.class.path")),
                    null, manager.getJavaFileObjectsFromPaths(files)).call();
            assertThat(compiled).as(() -> said.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR).limit(10)
                    .map(Diagnostic::toString).toList().toString()).isTrue();
        }
    }
}
