package org.parole.gateway.explorer.home;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.Views;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Direction;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Page;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Parties;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.explorer.text.TallyTexts;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.http.TakesForms;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The first page. */
@TakesForms
@Path("/")
@RegisterForReflection
public class HomeResource {

    private static final String AGREEMENTS = "agreements";
    private static final String EXCHANGES = "exchanges";
    private static final String QUOTES = "quotes";
    private static final String REPORTS = "releaseReports";
    private static final int NEWEST = 5;
    private static final int MOST_CARDS = 24;

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance home(Frame page, List<Card> cards, List<Card> exchanges, List<Data> quotes,
                List<Data> reports, Boolean more);
    }

    private final Pages pages;
    private final Composer composer;

    HomeResource(Pages pages, Composer composer) {
        this.pages = pages;
        this.composer = composer;
    }

    /** The first page. */
    @GET
    @Produces(Pages.HTML)
    public Uni<Response> get(@QueryParam("lang") String lang, @Context RoutingContext context) {
        Locale locale = Language.of(context);
        TallyTexts texts = Words.texts(TallyTexts.class, locale);
        Frame frame = Frame.of(context, texts.homeTitle(), texts.homeLead()).as("/api/v1/agreements",
                "/data/agreements.csv", null);
        return pages.answer(context, null, locale, request -> page(frame, request));
    }

    private Uni<Page> page(Frame frame, Views.Request request) {
        List<Part> parts = List.of(
                new Part(AGREEMENTS, ServiceName.TALLIES, Query.of("/api/v1/agreements").with("limit", 50).toString()),
                new Part(EXCHANGES, ServiceName.TALLIES, Query.of("/api/v1/exchanges").with("limit", 50).toString()),
                Parties.part(new ThreeTimes()),
                new Part(QUOTES, ServiceName.QUOTES, Query.of("/api/v1/quotes").with("limit", NEWEST).toString()),
                new Part(REPORTS, ServiceName.TALLIES,
                        Query.of("/api/v1/release-reports").with("order", "newest").with("limit", NEWEST).toString()));
        return composer.fetch(parts, request.deadline(), request.caller()).flatMap(first -> {
            List<Part> tallies = Stream.concat(
                    items(first, AGREEMENTS).stream().limit(MOST_CARDS)
                            .map(agreement -> tallies("agreement", agreement.text("slug"))),
                    items(first, EXCHANGES).stream().limit(MOST_CARDS)
                            .map(exchange -> tallies("exchange", exchange.text("slug"))))
                    .toList();
            return composer.fetch(tallies, request.deadline(), request.caller())
                    .map(second -> page(frame, first.and(second)));
        });
    }

    private static Part tallies(String of, String slug) {
        return new Part(of + ' ' + slug, ServiceName.TALLIES, Query.of("/api/v1/tallies").with(of, slug).toString());
    }

    private static Page page(Frame frame, Parts parts) {
        if (!parts.has(AGREEMENTS) && !parts.has(QUOTES)) {
            throw parts.unavailable();
        }
        Parties parties = Parties.of(parts.get(Parties.PART));
        List<Card> cards = items(parts, AGREEMENTS).stream().limit(MOST_CARDS)
                .map(agreement -> card("agreement", agreement, parts, parties, frame.lang())).toList();
        List<Card> exchanges = items(parts, EXCHANGES).stream().limit(MOST_CARDS)
                .map(exchange -> card("exchange", exchange, parts, parties, frame.lang())).toList();
        return new Page(Templates.home(frame.without(parts.missing()), cards, exchanges, items(parts, QUOTES),
                items(parts, REPORTS), items(parts, AGREEMENTS).size() > MOST_CARDS), parts.missing());
    }

    private static Card card(String what, Data data, Parts parts, Parties parties, String lang) {
        String slug = data.text("slug");
        String link = "/" + what + "s/" + Query.segment(slug) + "?lang=" + lang;
        List<Direction> directions = items(parts, what + ' ' + slug).stream()
                .map(tally -> new Direction(tally, tally, parties.name(tally.text("releasingParty")),
                        parties.name(tally.text("receivingParty")), link))
                .toList();
        return new Card(data, data.text("title"), link, directions, parts.has(what + ' ' + slug));
    }

    private static List<Data> items(Parts parts, String part) {
        return parts.get(part) == null ? List.of() : Data.list(parts.get(part).get("items"));
    }
}
