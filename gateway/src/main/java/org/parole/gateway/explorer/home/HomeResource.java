package org.parole.gateway.explorer.home;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.parole.gateway.explorer.Texts;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The first page. */
@Path("/")
@RegisterForReflection
public class HomeResource {

    private static final String AGREEMENTS = "agreements";
    private static final String EXCHANGES = "exchanges";
    private static final String QUOTES = "quotes";
    private static final String REPORTS = "releaseReports";
    private static final int NEWEST = 5;
    private static final int MOST_CARDS = 24;
    /** How far before the newest event the newest reports are looked for. */
    private static final int DAYS = 7;

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance home(Frame page, List<Card> cards, List<Card> exchanges, List<Data> quotes,
                List<Data> reports);
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
        Texts texts = Words.texts(locale);
        Frame frame = Frame.of(context, texts.homeTitle(), texts.homeLead()).as("/api/v1/agreements",
                "/data/agreements.csv", null);
        return pages.answer(context, null, locale, request -> page(frame, request));
    }

    private Uni<Page> page(Frame frame, Views.Request request) {
        List<Part> parts = List.of(
                new Part(AGREEMENTS, ServiceName.TALLIES, Query.of("/api/v1/agreements").with("limit", 50).toString()),
                new Part(EXCHANGES, ServiceName.TALLIES, Query.of("/api/v1/exchanges").with("limit", 50).toString()),
                Parties.part(new ThreeTimes()),
                new Part(QUOTES, ServiceName.QUOTES, Query.of("/api/v1/quotes").with("limit", NEWEST).toString()));
        return composer.fetch(parts, request.deadline(), request.caller()).flatMap(first -> {
            List<Part> tallies = Stream.concat(
                    items(first, AGREEMENTS).stream().limit(MOST_CARDS)
                            .map(agreement -> tallies("agreement", agreement.text("slug"))),
                    items(first, EXCHANGES).stream().limit(MOST_CARDS)
                            .map(exchange -> tallies("exchange", exchange.text("slug"))))
                    .toList();
            return composer.fetch(tallies, request.deadline(), request.caller())
                    .flatMap(second -> reports(first.and(second), request)).map(all -> page(frame, all));
        });
    }

    private static Part tallies(String of, String slug) {
        return new Part(of + ' ' + slug, ServiceName.TALLIES, Query.of("/api/v1/tallies").with(of, slug).toString());
    }

    private Uni<Parts> reports(Parts parts, Views.Request request) {
        String newest = newestEvent(tallies(parts));
        List<Part> reports = newest == null
                ? List.of()
                : List.of(new Part(REPORTS, ServiceName.TALLIES, Query.of("/api/v1/release-reports")
                        .with("from", newest).with("limit", 200).toString()));
        return composer.fetch(reports, request.deadline(), request.caller()).map(parts::and);
    }

    private static List<Data> tallies(Parts parts) {
        return Stream.concat(
                items(parts, AGREEMENTS).stream()
                        .flatMap(agreement -> items(parts, "agreement " + agreement.text("slug")).stream()),
                items(parts, EXCHANGES).stream()
                        .flatMap(exchange -> items(parts, "exchange " + exchange.text("slug")).stream()))
                .toList();
    }

    private static Page page(Frame frame, Parts parts) {
        if (!parts.has(AGREEMENTS) && !parts.has(QUOTES)) {
            throw parts.unavailable();
        }
        Parties parties = Parties.of(parts.get(Parties.PART));
        List<Card> cards = items(parts, AGREEMENTS).stream()
                .map(agreement -> card("agreement", agreement, parts, parties, frame.lang())).toList();
        List<Card> exchanges = items(parts, EXCHANGES).stream()
                .map(exchange -> card("exchange", exchange, parts, parties, frame.lang())).toList();
        List<Data> reports = new ArrayList<>(items(parts, REPORTS));
        reports.sort(Comparator.comparing((Data report) -> Objects.toString(report.text("publishedAt"), "")));
        Collections.reverse(reports);
        return new Page(Templates.home(frame.without(parts.missing()), cards, exchanges, items(parts, QUOTES),
                reports.subList(0, Math.min(NEWEST, reports.size()))), parts.missing());
    }

    private static Card card(String what, Data data, Parts parts, Parties parties, String lang) {
        String slug = data.text("slug");
        String link = "/" + what + "s/" + Query.segment(slug) + "?lang=" + lang;
        List<Direction> directions = items(parts, what + ' ' + slug).stream()
                .map(tally -> new Direction(tally, tally, parties.name(tally.text("releasingParty")),
                        parties.name(tally.text("receivingParty")), link))
                .toList();
        return new Card(data, data.text("title"), link, directions);
    }

    private static List<Data> items(Parts parts, String part) {
        return parts.get(part) == null ? List.of() : Data.list(parts.get(part).get("items"));
    }

    /** A few days before the newest event that a tally rests on: there is no list of reports with the newest first. */
    private static String newestEvent(List<Data> tallies) {
        String newest = tallies.stream().flatMap(tally -> tally.list("claimants").stream())
                .map(line -> line.text("eventOn")).filter(Objects::nonNull).filter(date -> date.length() == 10)
                .max(Comparator.naturalOrder()).orElse(null);
        try {
            return newest == null ? null : LocalDate.parse(newest).minusDays(DAYS).toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
