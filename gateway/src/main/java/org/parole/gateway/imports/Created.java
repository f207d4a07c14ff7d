package org.parole.gateway.imports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.compose.Query;
import org.parole.gateway.imports.mapping.Mapping;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceAnswer;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceName;

import io.vertx.core.http.HttpMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Records the parties, agreements, exchanges and commitments that a mapping asks for, those that are not there yet. */
@ApplicationScoped
class Created {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(2);
    private static final int NOT_FOUND = 404;

    private final ServiceClient services;

    Created(ServiceClient services) {
        this.services = services;
    }

    /** Whether all of them are there. */
    boolean isComplete(Mapping mapping, Job job) {
        return Mapping.CREATED.stream()
                .allMatch(kind -> mapping.created().get(kind).stream().allMatch(record -> isThere(kind, record, job)));
    }

    /**
     * Records what is missing. A record of the same slug is left as it is.
     *
     * @return why a service does not take one of them; empty where all are there
     */
    Optional<String> complete(Mapping mapping, Job job) {
        for (String kind : Mapping.CREATED) {
            for (ObjectNode record : mapping.created().get(kind)) {
                Optional<String> problem = isThere(kind, record, job) ? Optional.empty() : create(kind, record, job);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isThere(String kind, ObjectNode record, Job job) {
        String slug = record.path("slug").asText();
        return services
                .get(ServiceName.TALLIES, "/api/v1/" + kind + "/" + Query.segment(slug), Deadline.in(WITHIN),
                        job.caller())
                .await()
                .atMost(FAR_TOO_LONG).status() != NOT_FOUND;
    }

    private Optional<String> create(String kind, ObjectNode record, Job job) {
        ServiceAnswer answer = services
                .change(HttpMethod.POST, ServiceName.TALLIES, "/api/v1/" + kind, record, java.util.Map.of(),
                        Deadline.in(WITHIN), job.caller())
                .await().atMost(FAR_TOO_LONG);
        if (answer.isSuccess() || isThere(kind, record, job)) {
            return Optional.empty();
        }
        StringBuilder problem = new StringBuilder(
                "The mapping's " + kind + " cannot be recorded: '" + record.path("slug").asText() + "': ");
        JsonNode errors = answer.body().path("errors");
        if (errors.isEmpty()) {
            return Optional.of(problem.append(answer.body().path("detail").asText("refused")).toString());
        }
        List<String> details = new java.util.ArrayList<>();
        errors.forEach(error -> details.add(error.path("pointer").asText() + " " + error.path("detail").asText()));
        return Optional.of(problem.append(String.join("; ", details)).toString());
    }
}
