package org.parole.kit.json;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ViolationPointers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396) over request records. */
@ApplicationScoped
public class MergePatch {

    /** The media type of RFC 7396. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper mapper;
    private final Validator validator;

    MergePatch(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The record that results from a patch, validated as a whole.
     *
     * @throws ProblemException 422 with pointers where the patch is no object or the result is not valid
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (patch == null || !patch.isObject()) {
            throw ProblemException.invalidBody("", "must be a JSON object with the members to change");
        }
        ObjectNode merged = merge(mapper.valueToTree(current), (ObjectNode) patch);
        T result;
        try {
            result = mapper.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw JsonErrors.problem(e);
        }
        validate(result);
        return result;
    }

    /**
     * Bean Validation of any value, as the framework does it for request bodies.
     *
     * @throws ProblemException 422 with a pointer for each violation
     */
    public <T> void validate(T value) {
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            List<FieldError> errors = violations.stream()
                    .map(v -> new FieldError(ViolationPointers.pointer(v.getPropertyPath()), v.getMessage()))
                    .sorted(ViolationPointers.ORDER).toList();
            throw ProblemException.invalidBody(errors);
        }
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value.isObject()) {
                ObjectNode inner = target.get(member.getKey()) instanceof ObjectNode existing
                        ? existing
                        : target.objectNode();
                target.set(member.getKey(), merge(inner, (ObjectNode) value));
            } else {
                target.set(member.getKey(), value);
            }
        });
        return target;
    }
}
