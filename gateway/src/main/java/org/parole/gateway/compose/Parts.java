package org.parole.gateway.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.parole.gateway.service.ServiceAnswer;
import org.parole.gateway.service.ServiceFailure;
import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What came of the parts that a view asked for. */
public final class Parts {

    private final Map<String, ServiceAnswer> answers;
    private final Map<String, ServiceFailure> failures;
    private final List<Missing> missing;

    Parts(Collection<String> order, Map<String, ServiceAnswer> answers, Map<String, ServiceFailure> failures) {
        this.answers = answers;
        this.failures = failures;
        this.missing = order.stream().filter(failures::containsKey)
                .map(name -> new Missing(name, failures.get(name).sentence(),
                        (int) failures.get(name).retryAfter().toSeconds()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether a part is there. */
    public boolean has(String part) {
        return answers.containsKey(part);
    }

    /** The status with which a part was answered; 0 for one that is missing. */
    public int status(String part) {
        return has(part) ? answers.get(part).status() : 0;
    }

    /** A part; null when it is missing, or not there at all. */
    public JsonNode get(String part) {
        return status(part) == 200 ? answers.get(part).body() : null;
    }

    /**
     * Makes sure that the record on which the view stands is there.
     *
     * @param part the part that has it
     * @param what what it is called
     * @param id as the client asked for it
     * @param here the path of the view for another id, where records can be merged into one another
     * @throws ProblemException 404, 410 or, where it is missing, 503
     * @throws WebApplicationException 308 where it goes by another id now
     */
    public JsonNode required(String part, String what, Object id, UnaryOperator<String> here) {
        switch (status(part)) {
            case 200 :
                return get(part);
            case 404 :
                throw ProblemException.notFound(what, id);
            case 410 :
                throw ProblemException.retracted(what, id, null);
            case 308 :
                String location = String.valueOf(answers.get(part).location());
                String other = location.substring(location.lastIndexOf('/') + 1);
                throw new WebApplicationException(Response.status(308).header("Location", here.apply(other)).build());
            default :
                throw unavailable();
        }
    }

    /** The items of a part that is a list; null when it is missing. Says so when the list goes on. */
    public ArrayNode items(String part) {
        if (get(part) == null) {
            return null;
        }
        if (get(part).hasNonNull("next")) {
            missing.add(new Missing(part, "The view has only the first items. The list itself has all of them.", null));
        }
        return get(part).get("items") instanceof ArrayNode items ? items : JsonNodeFactory.instance.arrayNode();
    }

    /** What is missing, in the order of the parts. */
    public List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** Takes over what a later round of questions brought. */
    public Parts and(Parts later) {
        answers.putAll(later.answers);
        failures.putAll(later.failures);
        missing.addAll(later.missing);
        return this;
    }

    /** The whole view as unavailable, because what is missing is the point of it. */
    public ProblemException unavailable() {
        String why = failures.values().stream().map(ServiceFailure::sentence).distinct().sorted()
                .collect(Collectors.joining(" "));
        Duration retry = failures.values().stream().map(ServiceFailure::retryAfter).max(Duration::compareTo)
                .orElse(Duration.ofSeconds(2));
        return ProblemException.unavailable(why, retry);
    }
}
