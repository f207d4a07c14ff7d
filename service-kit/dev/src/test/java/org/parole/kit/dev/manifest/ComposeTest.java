package org.parole.kit.dev.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code compose.yaml} as far as it can be checked without Docker: its images, and the variables on both sides of it. */
class ComposeTest {

    private static final Path CHECKOUT = Path.of("../..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::[-?]([^}]*))?}");

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(CHECKOUT.resolve("compose.yaml")));
        return compose.get("services");
    }

    private static Map<String, String> imagesOf(String kustomization) throws IOException {
        String text = Files.readString(CHECKOUT.resolve(kustomization));
        return Pattern.compile("- name: (\\S+)\\s+newTag: \"?([^\"\\s]+)").matcher(text).results()
                .collect(Collectors.toMap(image -> image.group(1), image -> image.group(2)));
    }

    private static String withDefaults(String text) {
        return VARIABLE.matcher(text).replaceAll(variable -> variable.group(2) == null ? "" : variable.group(2));
    }

    @Test
    void the_images_are_those_of_the_overlays() throws IOException {
        Map<String, String> expected = imagesOf("k8s/base/kustomization.yaml");
        assertThat(expected).containsOnlyKeys("parole/quote-service", "parole/tally-service", "parole/gateway");
        expected.putAll(imagesOf("k8s/overlays/local/kustomization.yaml"));
        Map<String, String> images = new TreeMap<>();
        services().values().forEach(service -> {
            String[] image = withDefaults((String) service.get("image")).split(":");
            images.put(image[0], image[1]);
        });
        assertThat(images).isEqualTo(new TreeMap<>(expected));
    }

    @Test
    void every_variable_is_written_by_compose_secrets() throws IOException {
        Set<String> used = VARIABLE.matcher(Files.readString(CHECKOUT.resolve("compose.yaml"))).results()
                .map(variable -> variable.group(1)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = Pattern.compile("printf '(\\w+)=")
                .matcher(Files.readString(CHECKOUT.resolve("compose-secrets"))).results()
                .map(variable -> variable.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).isEqualTo(written);
    }

    @Test
    void the_services_get_the_variables_that_they_read() throws IOException {
        for (String service : Set.of("quote-service", "tally-service", "gateway")) {
            String settings = Files
                    .readString(CHECKOUT.resolve(service + "/src/main/resources/application.properties"));
            Set<String> read = Pattern.compile("\\$\\{([A-Z][A-Z_]+)[:}]").matcher(settings).results()
                    .map(MatchResult::group).map(variable -> variable.replaceAll("[${:}]", ""))
                    .collect(Collectors.toSet());
            @SuppressWarnings("unchecked")
            Map<String, String> given = (Map<String, String>) services().get(service).get("environment");
            assertThat(given.keySet()).as(service).filteredOn(
                    variable -> !variable.startsWith("QUARKUS_") && !variable.startsWith("MP_JWT_"))
                    .isNotEmpty().isSubsetOf(read);
            assertThat(given).as(service).containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0");
        }
    }

    @Test
    void only_the_gateway_is_published_and_only_on_this_machine() throws IOException {
        assertThat(services()).allSatisfy((name, service) -> assertThat(service.get("ports")).as(name)
                .isEqualTo(name.equals("gateway") ? List.of("127.0.0.1:8080:8080") : null));
    }
}
