package org.parole.gateway.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
                .map(name -> new Missing(name, failures.get(name).sentence()))
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

    /** A part; null when it is missing. */
    public JsonNode get(String part) {
        return has(part) ? answers.get(part).body() : null;
    }

    /** The items of a part that is a list; null when it is missing. Says so when the list goes on. */
    public ArrayNode items(String part) {
        if (!has(part)) {
            return null;
        }
        if (get(part).hasNonNull("next")) {
            missing.add(new Missing(part, "There are more than are shown here: ask for the list itself."));
        }
        return get(part).get("items") instanceof ArrayNode items ? items : JsonNodeFactory.instance.arrayNode();
    }

    /** What is missing, in the order of the parts. */
    public List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** Adds something to what is missing. */
    public void isMissing(String part, String reason) {
        missing.add(new Missing(part, reason));
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
