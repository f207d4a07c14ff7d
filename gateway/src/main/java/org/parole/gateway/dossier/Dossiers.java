package org.parole.gateway.dossier;

import java.util.List;

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

/** Puts the dossier of an agreement together from both services. */
@ApplicationScoped
class Dossiers {

    private static final String AGREEMENT = "agreement";
    private static final String COMMITMENTS = "commitments";
    private static final String TALLIES = "tallies";
    private static final String QUOTES = "quotes";

    private final Composer composer;

    Dossiers(Composer composer) {
        this.composer = composer;
    }

    Uni<DossierView> of(String agreement, ThreeTimes times, String policy, Integer limit, Views.Request request) {
        List<Part> parts = List.of(
                new Part(AGREEMENT, ServiceName.TALLIES,
                        TimeParameters.addRecordTime(Query.of("/api/v1/agreements/" + Query.segment(agreement)), times)
                                .toString()),
                new Part(COMMITMENTS, ServiceName.TALLIES,
                        TimeParameters
                                .addRecordTime(
                                        Query.of("/api/v1/commitments").with("agreement", agreement).with("limit", 200),
                                        times)
                                .toString()),
                new Part(TALLIES, ServiceName.TALLIES,
                        TimeParameters.addAll(Query.of("/api/v1/tallies").with("agreement", agreement), times)
                                .with("policy", policy)
                                .toString()),
                new Part(QUOTES, ServiceName.QUOTES,
                        TimeParameters
                                .addAll(Query.of("/api/v1/quotes").with("agreement", agreement).with("limit", limit),
                                        times)
                                .toString()));
        return composer.fetch(parts, request.deadline(), request.caller()).map(fetched -> view(agreement, fetched));
    }

    private static DossierView view(String agreement, Parts parts) {
        if (parts.status(AGREEMENT) == 404) {
            throw ProblemException.notFound("agreement", agreement);
        }
        if (parts.status(AGREEMENT) == 410) {
            throw ProblemException.retracted("agreement", agreement, null);
        }
        boolean quotesAboutIt = parts.has(QUOTES) && parts.get(QUOTES).path("items").size() > 0;
        if (!parts.has(AGREEMENT) && !parts.has(TALLIES) && !quotesAboutIt) {
            // Whether there is such an agreement is not known, and there is nothing to show of it.
            throw parts.unavailable();
        }
        return new DossierView(parts.get(AGREEMENT), parts.items(COMMITMENTS), parts.items(TALLIES), parts.get(QUOTES),
                parts.missing());
    }
}
