package org.parole.gateway.explorer.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.Views;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Page;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Titles;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.explorer.text.FindTexts;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.http.TakesForms;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The page that sets two answers of one tally side by side: two dates, two record times, two policies. */
@TakesForms
@Path("/compare")
@RegisterForReflection
public class CompareResource {

    private static final String COMMITMENTS = "commitments";
    private static final String COMPARISON = "comparison";

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance compare(Frame page, List<Data> commitments, Titles titles, TwoSides sides,
                Map<String, String> errors, Data comparison);
    }

    private final Pages pages;
    private final Composer composer;

    CompareResource(Pages pages, Composer composer) {
        this.pages = pages;
        this.composer = composer;
    }

    /** The page; without a commitment and two sides it asks for them. */
    @GET
    @Produces(Pages.HTML)
    public Uni<Response> get(@BeanParam TwoSides sides, @Context RoutingContext context) {
        Locale locale = Language.of(context);
        Frame frame = Frame.of(context, Words.texts(FindTexts.class, locale).compareTitle(),
                Words.texts(FindTexts.class, locale).compareLead());
        return pages.answer(context, null, locale, request -> page(sides, frame, request));
    }

    private Uni<Page> page(TwoSides sides, Frame frame, Views.Request request) {
        Part commitments = new Part(COMMITMENTS, ServiceName.TALLIES,
                Query.of("/api/v1/commitments").with("limit", 200).toString());
        return composer.fetch(Stream.concat(Stream.of(commitments), Titles.parts().stream()).toList(),
                request.deadline(), request.caller()).flatMap(first -> {
                    if (!sides.areComplete()) {
                        return Uni.createFrom().item(page(frame, first, sides, Map.of()));
                    }
                    String address = sides.address();
                    return composer
                            .fetch(List.of(new Part(COMPARISON, ServiceName.TALLIES, address)), request.deadline(),
                                    request.caller())
                            .map(second -> {
                                second.required(COMPARISON, "commitment", sides.commitment, other -> "/compare");
                                return page(frame.as(address, null, null), first.and(second), sides, Map.of());
                            }).onFailure(ProblemException.class).recoverWithItem(failure -> {
                                if (failure.problem().status() != 400) {
                                    throw failure;
                                }
                                return page(frame, first, sides, errors(failure));
                            });
                });
    }

    private static Map<String, String> errors(ProblemException problem) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FieldError error : problem.problem().errors()) {
            errors.put(error.pointer(), error.detail());
        }
        return errors;
    }

    private static Page page(Frame frame, Parts parts, TwoSides sides, Map<String, String> errors) {
        List<Data> commitments = parts.get(COMMITMENTS) == null
                ? new ArrayList<>()
                : Data.list(parts.get(COMMITMENTS).get("items"));
        return new Page(Templates.compare(frame.without(parts.missing()), commitments, Titles.of(Titles.parts(), parts),
                sides, errors,
                Data.of(parts.get(COMPARISON))), parts.missing());
    }
}
