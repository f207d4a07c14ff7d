package org.parole.kit.json;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396) over request records. */
@ApplicationScoped
public class MergePatch {

    /** The media type of RFC 7396. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    // What a record's own fields may have as text, but for a document's text, which is one string however long it is.
    private static final long SMALL = 100_000;

    private final ObjectMapper mapper;
    private final CollectedErrors collected;

    MergePatch(ObjectMapper mapper, CollectedErrors collected) {
        this.mapper = mapper;
        this.collected = collected;
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
        CollectedErrors.Bound<T> bound = collected.bind(merged, type, SMALL);
        List<FieldError> errors = collected.withViolations(bound);
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
        return bound.value();
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
