package org.parole.gateway.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;

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
import org.parole.gateway.explorer.Parties;
import org.parole.gateway.explorer.Titles;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.explorer.text.FindTexts;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.http.TakesForms;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The page that searches everything, with facets for the quotes. */
@TakesForms
@Path("/search")
@RegisterForReflection
public class FindResource {

    private static final String QUOTES = "quotes";
    private static final String FACETS = "facets";
    private static final String SPEAKERS = "speakers";
    private static final String FOUND_AGREEMENTS = "foundAgreements";
    private static final String REPORTS = "releaseReports";
    private static final int FEW = 5;
    private static final int MANY = 20;

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance search(Frame page, Wanted wanted, Data quotes, List<Facet> facets,
                List<Data> speakers, List<Data> agreements, List<Data> reports);
    }

    private final Pages pages;
    private final Composer composer;

    FindResource(Pages pages, Composer composer) {
        this.pages = pages;
        this.composer = composer;
    }

    /** The page. */
    @GET
    @Produces(Pages.HTML)
    public Uni<Response> get(@BeanParam Wanted wanted, @Context RoutingContext context) {
        Locale locale = Language.of(context);
        String words = wanted.words();
        Frame frame = Frame.of(context, words == null
                ? Words.texts(locale).search()
                : Words.texts(FindTexts.class, locale).searchTitle(words), "");
        if (words == null) {
            return pages.answer(context, null, locale, request -> Uni.createFrom().item(
                    new Page(Templates.search(frame, wanted, null, List.of(), List.of(), List.of(), List.of()),
                            List.of())));
        }
        Frame found = frame.as(Query.of("/api/v1/search").with("q", words).toString(),
                Query.of("/data/quotes.csv").with("q", words).toString(), null);
        return pages.answer(context, null, locale, request -> page(wanted, found, request));
    }

    private Uni<Page> page(Wanted wanted, Frame frame, Views.Request request) {
        List<Part> parts = new ArrayList<>(List.of(
                new Part(QUOTES, ServiceName.QUOTES, wanted.addTo(Query.of("/api/v1/quotes"))
                        .with("cursor", wanted.cursorOrNull()).with("limit", MANY).toString()),
                new Part(FACETS, ServiceName.QUOTES, wanted.addTo(Query.of("/api/v1/quotes/facets")).toString())));
        parts.addAll(Titles.parts());
        parts.add(Parties.part(new ThreeTimes()));
        if (!wanted.isNarrowed()) {
            parts.add(new Part(SPEAKERS, ServiceName.QUOTES, Query.of("/api/v1/speakers").with("name", wanted.words())
                    .with("limit", FEW).toString()));
            parts.add(new Part(FOUND_AGREEMENTS, ServiceName.TALLIES, Query.of("/api/v1/agreements")
                    .with("q", wanted.words()).with("limit", FEW).toString()));
            parts.add(new Part(REPORTS, ServiceName.TALLIES, Query.of("/api/v1/release-reports")
                    .with("q", wanted.words()).with("limit", FEW).toString()));
        }
        return composer.fetch(parts, request.deadline(), request.caller()).map(read -> {
            if (parts.stream().noneMatch(part -> read.has(part.name()))) {
                throw read.unavailable();
            }
            Data facets = Data.of(read.get(FACETS));
            return new Page(Templates.search(frame.without(read.missing()), wanted, Data.of(read.get(QUOTES)),
                    facets == null
                            ? List.of()
                            : Facet.of(facets.data(FACETS), wanted, names(read, frame.locale()), frame.lang()),
                    items(read, SPEAKERS), items(read, FOUND_AGREEMENTS), items(read, REPORTS)), read.missing());
        });
    }

    private static BinaryOperator<String> names(Parts read, Locale locale) {
        Titles titles = Titles.of(Titles.parts(), read);
        Parties parties = Parties.of(read.get(Parties.PART));
        return (facet, value) -> switch (facet) {
            case "party" -> parties.name(value);
            case "agreement" -> titles.agreement(value);
            case "language" -> Locale.forLanguageTag(value).getDisplayLanguage(locale);
            case "kind", "channel", "verification" -> Words.value(value, locale);
            default -> value;
        };
    }

    private static List<Data> items(Parts parts, String part) {
        return parts.get(part) == null ? List.of() : Data.list(parts.get(part).get("items"));
    }
}
