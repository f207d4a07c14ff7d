package org.parole.kit.dev.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The manifests of k8s/, as {@code k8s/lint} checks them, and mistakes that it must find. */
class ManifestTest {

    private static List<JsonNode> secrets;

    @BeforeAll
    static void render() throws IOException {
        assumeTrue(Manifests.canRender(), "there is no kubectl that can render the manifests");
        secrets = Manifests.secrets();
    }

    private static List<String> findings(List<JsonNode> objects) {
        List<String> findings = new ArrayList<>(Schemas.check(objects));
        findings.addAll(Rules.check(objects, secrets));
        return findings;
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production", "production-outside-database"})
    void nothing_is_wrong_with_an_overlay(String overlay) throws IOException {
        List<JsonNode> objects = Manifests.overlay(overlay);
        assertThat(objects).hasSizeGreaterThan(25);
        assertThat(findings(objects)).isEmpty();
    }

    @Test
    void production_has_three_gateways() throws IOException {
        assertThat(Manifests.overlay("production")).filteredOn(
                object -> Rules.nameOf(object).equals("HorizontalPodAutoscaler gateway"))
                .extracting(object -> object.at("/spec/minReplicas").asInt()).containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "readinessProbe: | readynessProbe: | `readynessProbe` in the JSON string is not defined",
            "failureThreshold: 120 | failureTreshold: 120 | `failureTreshold` in the JSON string is not defined",
            "path: /q/health/ready | path: /q/health/readdy | readinessProbe asks for /q/health/readdy",
            "port: management | port: managment | asks a port that is not there: managment",
            "memory: 320Mi | ephemeral-storage: 1Gi | has no memory in its limits",
            "readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | may write to its image",
            "runAsNonRoot: true | runAsNonRoot: false | may run as root",
            "name: quotes-database | name: quote-database | reads a Secret that is not made: quote-database/username",
            "key: public-key | key: publickey | reads a Secret that is not made: gateway-verifying-key/publickey",
            "image: parole/gateway:1.0.0 | image: parole/gateway:latest | names no version of its image",
            "image: parole/gateway:1.0.0 | image: parole/gateway | names no version of its image",
            "serviceAccountName: gateway | serviceAccountName: gate | has no ServiceAccount",
            "maxUnavailable: 0 | maxUnavailable: 1 | an update takes a pod away before the new one is ready",
            "targetPort: http | targetPort: https | leads to a port that is not there: https",
            "kind: PodDisruptionBudget | kind: PodDisruptionBuget | there is no kind V1PodDisruptionBuget"})
    void a_mistake_is_found(String right, String wrong, String finding) throws IOException {
        String text = Manifests.print(Manifests.overlay("local"));
        assertThat(text).contains(right);
        assertThat(findings(Manifests.parse(text.replace(right, wrong)))).anyMatch(found -> found.contains(finding));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"production | path: /q/metrics | pfad: /q/metrics | pfad",
            "production-outside-database | backendRefs: | backendReferences: | backendReferences"})
    void a_mistake_in_what_others_add_to_kubernetes_is_found(String overlay, String right, String wrong, String finding)
            throws IOException {
        String text = Manifests.print(Manifests.overlay(overlay));
        assertThat(text).contains(right);
        assertThat(findings(Manifests.parse(text.replace(right, wrong)))).anyMatch(found -> found.contains(finding));
    }

    @ParameterizedTest
    @CsvSource({"Service tally-service, /spec/selector, selects the pods of 0 workloads",
            "Deployment tally-service, /spec/selector/matchLabels, its selector does not select its pods",
            "PodDisruptionBudget tally-service, /spec/selector/matchLabels, selects no pod",
            "NetworkPolicy services, /spec/podSelector/matchLabels, selects no pod"})
    void a_changed_selector_is_found(String object, String selector, String finding) throws IOException {
        List<JsonNode> objects = Manifests.overlay("local");
        ((ObjectNode) named(objects, object).at(selector))
                .put("app.kubernetes.io/component", "else");
        assertThat(findings(objects)).anyMatch(found -> found.startsWith(object) && found.contains(finding));
    }

    @ParameterizedTest
    @CsvSource({"tally-service-asks, Deployment tally-service, //quote-service:8081",
            "quote-service-answers, Deployment tally-service, //quote-service:8081",
            "services, Deployment gateway, //tally-service:8082",
            "database, Deployment quote-service, //postgresql:5432"})
    void a_way_that_the_policies_close_is_found(String policy, String workload, String address) throws IOException {
        List<JsonNode> objects = Manifests.overlay("local");
        objects.remove(named(objects, "NetworkPolicy " + policy));
        assertThat(findings(objects)).contains(workload + ": the NetworkPolicies keep it from " + address);
    }

    @Test
    void a_version_in_a_selector_is_found() throws IOException {
        List<JsonNode> objects = Manifests.overlay("local");
        JsonNode gateway = named(objects, "Deployment gateway");
        for (String labels : List.of("/spec/selector/matchLabels", "/spec/template/metadata/labels")) {
            ((ObjectNode) gateway.at(labels)).put("app.kubernetes.io/version",
                    "1.0.0");
        }
        assertThat(findings(objects))
                .containsExactly("Deployment gateway: its selector holds a version: app.kubernetes.io/version");
    }

    @Test
    void every_secret_that_is_made_is_read() throws IOException {
        String text = Manifests.print(Manifests.overlay("local"));
        assertThat(secrets).extracting(secret -> secret.at("/metadata/name").asText())
                .allSatisfy(name -> assertThat(text).contains("name: " + name + "\n"));
    }

    private static JsonNode named(List<JsonNode> objects, String name) {
        return objects.stream().filter(object -> Rules.nameOf(object).equals(name)).findFirst().orElseThrow();
    }
}
