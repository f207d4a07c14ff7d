package org.parole.kit.dev.manifest;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/**
 * Checks an object against the schema of its kind, strictly: a field that the kind does not have is an error. What is built into
 * Kubernetes is checked by the classes that are generated from its OpenAPI document, what others add by classes made of their
 * definitions.
 */
final class Schemas {

    private static final String BUILT_IN = "io.kubernetes.client.openapi.models.";
    private static final Set<String> GROUPS = Set.of("", "apps", "batch", "autoscaling", "policy", "networking.k8s.io");
    private static final Map<String, String> ADDED = Map.of("gateway.networking.k8s.io/v1",
            "io.fabric8.kubernetes.api.model.gatewayapi.v1.", "monitoring.coreos.com/v1",
            "io.fabric8.openshift.api.model.monitoring.v1.");
    /** Kinds whose definitions no library brings; only our own rules look at them. */
    private static final Set<String> WITHOUT_SCHEMA = Set.of("postgresql.cnpg.io/v1", "barmancloud.cnpg.io/v1");

    // The classes keep unknown fields for those who send them on; here they are to be told.
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return annotated instanceof AnnotatedMember ? Boolean.FALSE : super.hasAnySetter(annotated);
                }
            });

    private Schemas() {
    }

    /** What is wrong with each of these objects. */
    static List<String> check(List<JsonNode> objects) {
        return objects.stream()
                .flatMap(object -> check(object).map(wrong -> Rules.nameOf(object) + ": " + wrong).stream()).toList();
    }

    private static Optional<String> check(JsonNode object) {
        String apiVersion = object.path("apiVersion").asText();
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        String kind = object.path("kind").asText();
        if (GROUPS.contains(group)) {
            return builtIn(object, version.toUpperCase(Locale.ROOT) + kind);
        }
        if (ADDED.containsKey(apiVersion)) {
            return added(object, ADDED.get(apiVersion) + kind);
        }
        return WITHOUT_SCHEMA.contains(apiVersion) ? Optional.empty() : Optional.of("unknown apiVersion " + apiVersion);
    }

    private static Optional<String> builtIn(JsonNode object, String type) {
        try {
            Class.forName(BUILT_IN + type).getMethod("validateJsonElement", JsonElement.class).invoke(null,
                    JsonParser.parseString(object.toString()));
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(e.getCause().getMessage().replaceFirst(" JSON: .*", ""));
        } catch (ReflectiveOperationException e) {
            return Optional.of("there is no kind " + type);
        }
    }

    private static Optional<String> added(JsonNode object, String type) {
        try {
            STRICT.treeToValue(object, Class.forName(type));
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(e.getOriginalMessage());
        } catch (ClassNotFoundException e) {
            return Optional.of("there is no kind " + type);
        }
    }
}
