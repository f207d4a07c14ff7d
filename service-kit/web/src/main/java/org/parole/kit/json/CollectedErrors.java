package org.parole.kit.json;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ViolationPointers;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Finds all that is wrong with a JSON body, where binding it stops at the first defect: what was found is taken out of the tree and
 * the rest is bound again, and what is left at the end is validated as well.
 */
@ApplicationScoped
public class CollectedErrors {

    private static final int MOST_ERRORS = 100;
    // The body is bound again for each error. The limit keeps large bodies below a few tenths of a second.
    private static final long MOST_BYTES_BOUND = 10_000_000;

    private final ObjectMapper mapper;
    private final Validator validator;

    CollectedErrors(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * A value as far as it could be bound.
     *
     * @param value what could be bound; null where nothing could
     * @param errors what could not, in the order of the pointers
     */
    public record Bound<T>(T value, List<FieldError> errors) {
    }

    /**
     * The problem with a body that could not be bound: 422 with every defect, or 400 where it is no JSON.
     *
     * @param first what binding it stopped at
     */
    ProblemException problem(byte[] body, Type type, JsonMappingException first) {
        Bound<Object> bound;
        try {
            bound = bind(mapper.readTree(body), mapper.constructType(type), body.length);
        } catch (IOException e) {
            // It is no whole tree, so that the first defect is the only one that can be told.
            return JsonErrors.problem(first);
        }
        return ProblemException.invalidBody(withViolations(bound));
    }

    /** The body as far as it can be bound; null where it is no JSON or nothing of it can be. */
    <T> Bound<T> bind(byte[] body, Type type) {
        try {
            Bound<T> bound = bind(mapper.readTree(body), mapper.constructType(type), body.length);
            return bound.value() == null ? null : bound;
        } catch (IOException e) {
            return null;
        }
    }

    /** Binds a tree as far as it can be bound; {@code size} is about how many bytes it has as text. */
    public <T> Bound<T> bind(JsonNode tree, Class<T> type, long size) {
        return bind(tree, mapper.constructType(type), size);
    }

    /** What could not be bound, and what is not valid of the rest. */
    public List<FieldError> withViolations(Bound<?> bound) {
        List<FieldError> errors = new ArrayList<>(bound.errors());
        if (bound.value() != null) {
            Set<String> known = new TreeSet<>(bound.errors().stream().map(FieldError::pointer).toList());
            validator.validate(bound.value()).stream().map(violation -> ViolationPointers.error("", violation))
                    .filter(error -> !isPartOf(error.pointer(), known)).forEach(errors::add);
        }
        errors.sort(ViolationPointers.ORDER);
        return errors;
    }

    private <T> Bound<T> bind(JsonNode tree, JavaType type, long size) {
        List<FieldError> errors = new ArrayList<>();
        JsonNode rest = tree.deepCopy();
        long attempts = Math.max(1, Math.min(MOST_ERRORS, MOST_BYTES_BOUND / Math.max(1, size)));
        T value = null;
        while (errors.size() < attempts) {
            try {
                value = mapper.readerFor(type).readValue(rest);
                break;
            } catch (JsonMappingException e) {
                FieldError error = JsonErrors.error(e);
                errors.add(error);
                if (error.pointer().isEmpty() || !takeOut(rest, JsonPointer.compile(error.pointer()))) {
                    break;
                }
            } catch (IOException e) {
                throw new IllegalStateException("A tree has no syntax that could be wrong", e);
            }
        }
        errors.sort(ViolationPointers.ORDER);
        return new Bound<>(value, errors);
    }

    /** Removes a field; leaves null in the place of an element, so that those after it keep theirs. */
    private static boolean takeOut(JsonNode tree, JsonPointer where) {
        JsonNode parent = tree.at(where.head());
        if (parent instanceof ObjectNode object) {
            return object.remove(where.last().getMatchingProperty()) != null;
        }
        if (parent instanceof ArrayNode array && where.last().getMatchingIndex() >= 0
                && where.last().getMatchingIndex() < array.size()) {
            return !array.set(where.last().getMatchingIndex(), array.nullNode()).isNull();
        }
        return false;
    }

    /** Whether an error for this place, or for the value around it, is already known. */
    private static boolean isPartOf(String pointer, Set<String> known) {
        return known.stream().anyMatch(other -> pointer.equals(other) || pointer.startsWith(other + "/"));
    }
}
