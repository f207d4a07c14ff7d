package org.parole.gateway.explorer.agreement;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.parole.gateway.access.Gate;
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Query;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Switches;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.http.TakesForms;
import org.parole.kit.problem.ProblemException;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Leads from a commitment to its section on the page of its agreement or exchange: a tally alone does not say which it is. */
@TakesForms
@Path("/commitments/{slug}")
@RegisterForReflection
public class CommitmentPageResource {

    private static final String COMMITMENT = "commitment";

    private final Composer composer;

    CommitmentPageResource(Composer composer) {
        this.composer = composer;
    }

    /** To the section, with the switches as they stand in the address. */
    @GET
    @Produces(Pages.HTML)
    public Uni<Response> get(@RestPath String slug, @BeanParam Switches switches, @Context RoutingContext context) {
        Part part = new Part(COMMITMENT, ServiceName.TALLIES, "/api/v1/commitments/" + Query.segment(slug));
        String query = context.request().query();
        return composer.fetch(List.of(part), composer.deadline(), Gate.callerOf(context)).map(read -> {
            Data commitment = Data.of(read.required(COMMITMENT, COMMITMENT, slug, other -> "/commitments/" + other));
            return Response.status(307).header("Location", page(commitment, slug)
                    + (query == null ? "" : '?' + query) + '#' + slug).header("Cache-Control", "no-store").build();
        });
    }

    private static String page(Data commitment, String slug) {
        if (commitment.text("agreement") != null) {
            return "/agreements/" + Query.segment(commitment.text("agreement"));
        }
        if (commitment.text("exchange") != null) {
            return "/exchanges/" + Query.segment(commitment.text("exchange"));
        }
        throw ProblemException.notFound("agreement or exchange of the commitment", slug);
    }
}
