package org.parole.kit.dev.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** Manifests as a cluster would get them. */
final class Manifests {

    private static final Path FOLDER = Path.of("..", "..", "k8s");
    private static final ObjectMapper YAML = new ObjectMapper(
            new YAMLFactory().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));

    private Manifests() {
    }

    /** Whether there is a kubectl to render them with. */
    static boolean canRender() {
        try {
            run("kubectl", "kustomize", "--help");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The objects of {@code k8s/overlays/NAME}, rendered by {@code kubectl kustomize}. */
    static List<JsonNode> overlay(String name) throws IOException {
        return parse(run("kubectl", "kustomize", FOLDER.resolve("overlays").resolve(name).toString()));
    }

    /** What {@code k8s/make-secrets} makes. */
    static List<JsonNode> secrets() throws IOException {
        return parse(run(FOLDER.resolve("make-secrets").toString()));
    }

    static List<JsonNode> parse(String text) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNext()) {
                JsonNode object = documents.next();
                if (object.isObject()) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    static String print(List<JsonNode> objects) throws IOException {
        StringBuilder text = new StringBuilder();
        for (JsonNode object : objects) {
            text.append(YAML.writeValueAsString(object));
        }
        return text.toString();
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + " failed");
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
