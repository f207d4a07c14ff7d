package org.parole.gateway.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.parole.gateway.access.Caller;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceAnswer;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServicesConfig;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks for all parts of a view at once, within one deadline. */
@ApplicationScoped
public class Composer {

    private static final Logger LOG = Logger.getLogger(Composer.class);

    private final ServiceClient client;
    private final ServicesConfig config;
    private final ObjectMapper mapper;

    Composer(ServiceClient client, ServicesConfig config, ObjectMapper mapper) {
        this.client = client;
        this.config = config;
        this.mapper = mapper;
    }

    /** A new deadline for a view. */
    public Deadline deadline() {
        return Deadline.in(config.viewDeadline());
    }

    /**
     * Asks for the parts. A part that fails is named, and the others are kept; that a service finds the client's own parameters
     * wrong ends the whole.
     */
    public Uni<Parts> fetch(List<Part> parts, Deadline deadline, Caller caller) {
        if (parts.isEmpty()) {
            return Uni.createFrom().item(new Parts(List.of(), new HashMap<>(), new HashMap<>()));
        }
        List<Uni<Fetched>> all = parts.stream().map(part -> client
                .get(part.service(), part.uri(), headers(part), deadline, caller)
                .map(answer -> new Fetched(part, answer, null)).onFailure(ServiceFailure.class)
                .recoverWithItem(failure -> new Fetched(part, null, failure))).toList();
        return Uni.combine().all().unis(all).with(Fetched.class, this::collect);
    }

    private static Map<String, String> headers(Part part) {
        return part.language() == null ? Map.of() : Map.of("Accept-Language", part.language());
    }

    private record Fetched(Part part, ServiceAnswer answer, ServiceFailure failure) {
    }

    private Parts collect(List<Fetched> all) {
        Map<String, ServiceAnswer> answers = new HashMap<>();
        Map<String, ServiceFailure> failures = new HashMap<>();
        for (Fetched fetched : all) {
            String name = fetched.part().name();
            if (fetched.failure() != null) {
                LOG.warnf(fetched.failure().getCause(), "The part %s is missing: %s", name,
                        fetched.failure().sentence());
                failures.put(name, fetched.failure());
            } else if (fetched.answer().status() == 400) {
                throw problemIn(fetched);
            } else if (isUsable(fetched.answer().status())) {
                answers.put(name, fetched.answer());
            } else {
                LOG.warnf("The %s answered %d to %s", fetched.part().service(), fetched.answer().status(),
                        fetched.part().uri());
                failures.put(name, new ServiceFailure(fetched.part().service(), ServiceFailure.Kind.REFUSED));
            }
        }
        return new Parts(all.stream().map(fetched -> fetched.part().name()).toList(), answers, failures);
    }

    // Not there, merged into another and retracted are answers too; what they mean is the view's to say.
    private static boolean isUsable(int status) {
        return status == 200 || status == 404 || status == 410 || status == 308;
    }

    private ProblemException problemIn(Fetched fetched) {
        try {
            return new ProblemException(mapper.treeToValue(fetched.answer().body(), Problem.class));
        } catch (JsonProcessingException e) {
            return new ServiceFailure(fetched.part().service(), ServiceFailure.Kind.REFUSED, e).asProblem();
        }
    }
}
