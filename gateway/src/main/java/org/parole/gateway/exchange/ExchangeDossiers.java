package org.parole.gateway.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.TimeParameters;
import org.parole.gateway.compose.Views;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.ThreeTimes;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** Puts both directions of an exchange together from both services. */
@ApplicationScoped
class ExchangeDossiers {

    private static final String EXCHANGE = "exchange";
    private static final String DIRECTIONS = "directions";
    private static final String TALLIES = "tallies";
    private static final String JOINT = "joint";
    private static final String JOINT_COUNTS = "jointCounts";
    private static final String QUOTES = "quotes";
    private static final int MOST = 200;

    private final Composer composer;

    ExchangeDossiers(Composer composer) {
        this.composer = composer;
    }

    /** The dossier; with a language, its sentences are in that one where the services have it. */
    Uni<ExchangeDossierView> of(String slug, ThreeTimes times, String policy, Integer limit, String language,
            Views.Request request) {
        List<Part> parts = List.of(
                new Part(EXCHANGE, ServiceName.TALLIES,
                        TimeParameters.addRecordTime(Query.of("/api/v1/exchanges/" + Query.segment(slug)), times)
                                .toString()),
                new Part(DIRECTIONS, ServiceName.TALLIES, TimeParameters.addRecordTime(
                        Query.of("/api/v1/commitments").with("exchange", slug).with("limit", MOST), times).toString()),
                new Part(TALLIES, ServiceName.TALLIES,
                        TimeParameters
                                .addAll(Query.of("/api/v1/tallies").with("exchange", slug).with("limit", MOST), times)
                                .with("policy", policy).toString(),
                        language),
                new Part(JOINT, ServiceName.TALLIES,
                        TimeParameters.addAll(Query.of("/api/v1/tallies/joint").with("exchange", slug), times)
                                .with("policy", policy).toString(),
                        language),
                new Part(JOINT_COUNTS, ServiceName.TALLIES,
                        TimeParameters
                                .addAll(Query.of("/api/v1/release-reports").with("exchange", slug).with("joint", true)
                                        .with("limit", MOST), times)
                                .toString()),
                new Part(QUOTES, ServiceName.QUOTES,
                        TimeParameters
                                .addAll(Query.of("/api/v1/quotes").with("exchange", slug).with("limit", limit), times)
                                .toString()));
        return composer.fetch(parts, request.deadline(), request.caller()).map(fetched -> view(slug, fetched));
    }

    private static ExchangeDossierView view(String slug, Parts parts) {
        if (parts.status(EXCHANGE) == 404) {
            throw ProblemException.notFound(EXCHANGE, slug);
        }
        if (parts.status(EXCHANGE) == 410) {
            throw ProblemException.retracted(EXCHANGE, slug, null);
        }
        boolean quotesAboutIt = parts.has(QUOTES) && parts.get(QUOTES).path("items").size() > 0;
        if (!parts.has(EXCHANGE) && !parts.has(TALLIES) && !quotesAboutIt) {
            // Whether there is such an exchange is not known, and there is nothing to show of it.
            throw parts.unavailable();
        }
        return new ExchangeDossierView(parts.get(EXCHANGE), directions(parts), parts.get(JOINT), parts.items(JOINT_COUNTS),
                parts.get(QUOTES), parts.missing());
    }

    private static List<ExchangeDossierView.Direction> directions(Parts parts) {
        ArrayNode commitments = parts.items(DIRECTIONS);
        ArrayNode tallies = parts.items(TALLIES);
        if (commitments == null) {
            return null;
        }
        Map<String, JsonNode> byCommitment = new HashMap<>();
        if (tallies != null) {
            tallies.forEach(tally -> byCommitment.put(tally.path("commitment").asText(), tally));
        }
        List<ExchangeDossierView.Direction> directions = new ArrayList<>();
        commitments.forEach(commitment -> directions.add(new ExchangeDossierView.Direction(commitment,
                byCommitment.get(commitment.path("slug").asText()))));
        return directions;
    }
}
