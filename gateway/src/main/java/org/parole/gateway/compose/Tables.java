package org.parole.gateway.compose;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.access.Gate;
import org.parole.kit.problem.ProblemException;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Composed views as tables and lines. A table has no room to say that a part of it is missing, so that it is whole or a problem; and
 * once rows have been sent, a next page that fails breaks the answer off.
 */
@ApplicationScoped
public class Tables {

    /** More than any deadline of a view, which ends the waiting before. */
    private static final Duration MOST = Duration.ofMinutes(1);

    private final Composer composer;

    Tables(Composer composer) {
        this.composer = composer;
    }

    /** For whom, and with a deadline of its own, as each page has one. */
    public Views.Request request(RoutingContext context) {
        return new Views.Request(Gate.callerOf(context), composer.deadline());
    }

    /**
     * Waits for a view on a thread that may wait.
     *
     * @throws ProblemException 503 where a part of it is missing
     */
    public <T extends Composed> T whole(Uni<T> view) {
        T composed = view.await().atMost(MOST);
        requireWhole(composed.incomplete());
        return composed;
    }

    private static void requireWhole(List<Missing> missing) {
        if (missing.isEmpty()) {
            return;
        }
        int retryAfter = missing.stream().map(Missing::retryAfter).filter(Objects::nonNull).mapToInt(Integer::intValue)
                .max().orElse(1);
        throw ProblemException.unavailable(
                "A table is whole or not given, and this is missing: " + missing.stream()
                        .map(part -> part.part() + " (" + part.reason() + ")").collect(Collectors.joining(", ")),
                Duration.ofSeconds(retryAfter));
    }
}
