package org.parole.kit.dev.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What a schema cannot say: limits, rights and probes of every container, and that whatever is referred to is there and reachable. */
final class Rules {

    private static final Set<String> SERVING = Set.of("Deployment", "StatefulSet");
    private static final Pattern ADDRESS = Pattern.compile("//([a-z0-9-]+):([0-9]+)");
    private static final Set<String> HEALTH = Set.of("/q/health/started", "/q/health/ready", "/q/health/live");

    private final List<JsonNode> objects;
    private final List<JsonNode> secrets;
    private final List<String> findings = new ArrayList<>();

    private Rules(List<JsonNode> objects, List<JsonNode> secrets) {
        this.objects = objects;
        this.secrets = secrets;
    }

    /**
     * Looks at what is applied together.
     *
     * @param secrets
     *            what {@code k8s/make-secrets} makes
     */
    static List<String> check(List<JsonNode> objects, List<JsonNode> secrets) {
        return new Rules(objects, secrets).check();
    }

    /** An object's kind and name, for people. */
    static String nameOf(JsonNode object) {
        return object.path("kind").asText() + " " + object.at("/metadata/name").asText();
    }

    private List<String> check() {
        Set<String> names = new HashSet<>();
        for (JsonNode object : objects) {
            require(names.add(nameOf(object)), object, "stands there twice");
            switch (object.path("kind").asText()) {
                case "Deployment", "StatefulSet", "Job" -> workload(object);
                case "Service" -> service(object);
                case "PodDisruptionBudget" -> require(matches(object.at("/spec/selector")), object, "selects no pod");
                case "HorizontalPodAutoscaler" -> require(exists(object.at("/spec/scaleTargetRef/kind").asText(),
                        object.at("/spec/scaleTargetRef/name").asText()), object, "scales what is not there");
                case "NetworkPolicy" -> require(matches(object.at("/spec/podSelector")), object, "selects no pod");
                case "Namespace" -> require(
                        "restricted".equals(
                                object.at("/metadata/labels").path("pod-security.kubernetes.io/enforce").asText()),
                        object, "does not enforce the restricted standard");
                case "Secret" -> require(false, object, "holds a secret that would be in the repository");
                default -> {
                }
            }
        }
        require(kind("NetworkPolicy").anyMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                && !policy.at("/spec").has("ingress") && policy.at("/spec/policyTypes").size() == 2), null,
                "no NetworkPolicy forbids everything else");
        return findings;
    }

    private void require(boolean holds, JsonNode object, String otherwise) {
        if (!holds) {
            findings.add(object == null ? otherwise : nameOf(object) + ": " + otherwise);
        }
    }

    private void workload(JsonNode object) {
        JsonNode template = object.at("/spec/template");
        JsonNode pod = template.path("spec");
        boolean serving = SERVING.contains(object.path("kind").asText());
        if (serving) {
            JsonNode selector = object.at("/spec/selector");
            require(selects(selector, template.at("/metadata/labels")), object,
                    "its selector does not select its pods");
            selector.path("matchLabels").fieldNames().forEachRemaining(
                    label -> require(!label.endsWith("version"), object, "its selector holds a version: " + label));
        }
        if (object.path("kind").asText().equals("Deployment")) {
            require(object.at("/spec/strategy/rollingUpdate/maxUnavailable").asText().equals("0"), object,
                    "an update takes a pod away before the new one is ready");
            require(kind("PodDisruptionBudget")
                    .anyMatch(budget -> selects(budget.at("/spec/selector"), template.at("/metadata/labels"))), object,
                    "no PodDisruptionBudget keeps it");
            require(!pod.path("topologySpreadConstraints").isEmpty(), object, "its pods are not spread");
        }
        require(pod.at("/securityContext/runAsNonRoot").asBoolean(), object, "may run as root");
        require("RuntimeDefault".equals(pod.at("/securityContext/seccompProfile/type").asText()), object,
                "has no seccomp profile");
        require(pod.has("automountServiceAccountToken") && !pod.path("automountServiceAccountToken").asBoolean(),
                object,
                "gets a token for the API server");
        require(exists("ServiceAccount", pod.path("serviceAccountName").asText()), object, "has no ServiceAccount");
        for (JsonNode container : pod.path("containers")) {
            container(object, container, serving);
            if (serving) {
                configuredAddresses(container).forEach(address -> reachable(object, address));
            }
        }
        for (JsonNode volume : pod.path("volumes")) {
            if (volume.has("configMap")) {
                require(exists("ConfigMap", volume.at("/configMap/name").asText()), object,
                        "mounts a ConfigMap that is not there: " + volume.at("/configMap/name").asText());
            }
        }
    }

    private void container(JsonNode object, JsonNode container, boolean serving) {
        String name = "container " + container.path("name").asText() + " ";
        for (String kind : List.of("requests", "limits")) {
            for (String what : List.of("cpu", "memory")) {
                require(container.path("resources").path(kind).has(what), object,
                        name + "has no " + what + " in its " + kind);
            }
        }
        JsonNode security = container.path("securityContext");
        require(security.path("readOnlyRootFilesystem").asBoolean(), object, name + "may write to its image");
        require(security.has("allowPrivilegeEscalation") && !security.path("allowPrivilegeEscalation").asBoolean(),
                object,
                name + "may gain rights");
        require(stream(security.at("/capabilities/drop")).anyMatch(dropped -> dropped.asText().equals("ALL")), object,
                name + "keeps capabilities");
        String image = container.path("image").asText();
        String tag = image.substring(image.lastIndexOf('/') + 1);
        require(tag.contains(":") && !tag.endsWith(":latest") || image.contains("@sha256:"), object,
                name + "names no version of its image: " + image);
        if (serving) {
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                require(container.has(probe), object, name + "has no " + probe);
                probe(object, container, probe);
            }
        }
        for (JsonNode source : container.path("envFrom")) {
            require(exists("ConfigMap", source.at("/configMapRef/name").asText()), object,
                    name + "reads a ConfigMap that is not there: " + source.at("/configMapRef/name").asText());
        }
        for (JsonNode variable : container.path("env")) {
            JsonNode reference = variable.at("/valueFrom/secretKeyRef");
            if (!reference.isMissingNode()) {
                String secret = reference.path("name").asText();
                String key = reference.path("key").asText();
                require(secrets.stream().anyMatch(made -> made.at("/metadata/name").asText().equals(secret)
                        && made.path("data").has(key)), object,
                        name + "reads a Secret that is not made: " + secret + "/" + key);
            }
        }
    }

    private void probe(JsonNode object, JsonNode container, String probe) {
        JsonNode http = container.path(probe).path("httpGet");
        if (!http.isMissingNode()) {
            require(hasPort(container, http.path("port").asText()), object,
                    probe + " asks a port that is not there: " + http.path("port").asText());
            require(HEALTH.contains(http.path("path").asText()), object,
                    probe + " asks for " + http.path("path").asText() + ", which nothing answers");
        }
    }

    private void service(JsonNode service) {
        List<JsonNode> pods = templates()
                .filter(template -> contains(template.at("/metadata/labels"), service.at("/spec/selector"))).toList();
        require(pods.size() == 1, service, "selects the pods of " + pods.size() + " workloads");
        for (JsonNode port : service.at("/spec/ports")) {
            require(pods.stream().allMatch(pod -> stream(pod.at("/spec/containers"))
                    .anyMatch(container -> hasPort(container, port.path("targetPort").asText()))), service,
                    "leads to a port that is not there: " + port.path("targetPort").asText());
        }
    }

    /** What a container is told about other Services, as host and port. */
    private Stream<MatchResult> configuredAddresses(JsonNode container) {
        return stream(container.path("envFrom")).map(source -> source.at("/configMapRef/name").asText())
                .flatMap(name -> kind("ConfigMap").filter(map -> map.at("/metadata/name").asText().equals(name)))
                .flatMap(map -> stream(map.path("data"))).flatMap(value -> ADDRESS.matcher(value.asText()).results());
    }

    /** The policies let the workload's pods go out to the Service's, and let those take it in. */
    private void reachable(JsonNode object, MatchResult address) {
        JsonNode from = object.at("/spec/template/metadata/labels");
        kind("Service").filter(service -> service.at("/metadata/name").asText().equals(address.group(1)))
                .forEach(service -> templates()
                        .filter(template -> contains(template.at("/metadata/labels"), service.at("/spec/selector")))
                        .forEach(template -> {
                            JsonNode to = template.at("/metadata/labels");
                            Set<String> ports = portNames(service, template, address.group(2));
                            require(allows("egress", "to", from, to, ports)
                                    && allows("ingress", "from", to, from, ports),
                                    object, "the NetworkPolicies keep it from " + address.group());
                        }));
    }

    private static Set<String> portNames(JsonNode service, JsonNode template, String port) {
        Set<String> names = new HashSet<>();
        stream(service.at("/spec/ports")).filter(offered -> offered.path("port").asText().equals(port))
                .map(offered -> offered.path("targetPort").asText()).forEach(target -> {
                    names.add(target);
                    stream(template.at("/spec/containers")).flatMap(container -> stream(container.path("ports")))
                            .filter(offered -> offered.path("name").asText().equals(target))
                            .forEach(offered -> names.add(offered.path("containerPort").asText()));
                });
        return names;
    }

    /** Whether a policy for the pods with the first labels names the pods with the second, or everyone, at one of the ports. */
    private boolean allows(String direction, String side, JsonNode own, JsonNode other, Set<String> ports) {
        return kind("NetworkPolicy").filter(policy -> selects(policy.at("/spec/podSelector"), own))
                .flatMap(policy -> stream(policy.at("/spec/" + direction)))
                .filter(rule -> stream(rule.path("ports")).anyMatch(port -> ports.contains(port.path("port").asText())))
                .anyMatch(rule -> !rule.has(side) || stream(rule.path(side))
                        .anyMatch(peer -> peer.has("podSelector") && selects(peer.path("podSelector"), other)));
    }

    private static boolean hasPort(JsonNode container, String name) {
        return stream(container.path("ports")).anyMatch(port -> port.path("name").asText().equals(name));
    }

    private boolean matches(JsonNode selector) {
        return podLabels().anyMatch(labels -> selects(selector, labels));
    }

    private boolean exists(String kind, String name) {
        return kind(kind).anyMatch(object -> object.at("/metadata/name").asText().equals(name));
    }

    private Stream<JsonNode> kind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    private Stream<JsonNode> templates() {
        return objects.stream().map(object -> object.at("/spec/template")).filter(template -> template.has("spec"));
    }

    /** The labels of all pods, also of those that the operator of the database makes. */
    private Stream<JsonNode> podLabels() {
        return Stream.concat(templates().map(template -> template.at("/metadata/labels")),
                kind("Cluster").map(cluster -> cluster.at("/spec/inheritedMetadata/labels")));
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return contains(labels, selector.path("matchLabels"))
                && stream(selector.path("matchExpressions")).allMatch(expression -> stream(expression.path("values"))
                        .anyMatch(
                                value -> value.asText().equals(labels.path(expression.path("key").asText()).asText())));
    }

    private static boolean contains(JsonNode labels, JsonNode wanted) {
        return wanted.properties().stream()
                .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
