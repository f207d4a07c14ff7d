package org.parole.gateway.explorer.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.Written;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Formats;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.service.ServiceName;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Atom feeds (RFC 4287) of an agreement and of a speaker: quotes, reports and conflicts, what was recorded last first. */
@ApplicationScoped
public class Feeds {

    /** What a feed is. */
    public static final String ATOM = "application/atom+xml;charset=UTF-8";
    private static final String SUBJECT = "subject";
    private static final String QUOTES = "quotes";
    private static final String REPORTS = "releaseReports";
    private static final String TALLIES = "tallies";
    private static final int MOST = 50;
    private static final int PAGE = 200;

    private final Pages pages;
    private final Composer composer;

    Feeds(Pages pages, Composer composer) {
        this.pages = pages;
        this.composer = composer;
    }

    /** What is new about an agreement. */
    public Uni<Response> agreement(String slug, RoutingContext context) {
        return feed(context, "agreement", "/agreements/" + slug, "title", List.of(
                new Part(SUBJECT, ServiceName.TALLIES, "/api/v1/agreements/" + Query.segment(slug)),
                new Part(QUOTES, ServiceName.QUOTES,
                        Query.of("/api/v1/quotes").with("agreement", slug).with("limit", PAGE).toString()),
                new Part(REPORTS, ServiceName.TALLIES,
                        Query.of("/api/v1/release-reports").with("agreement", slug).with("limit", PAGE).toString()),
                new Part(TALLIES, ServiceName.TALLIES,
                        Query.of("/api/v1/tallies").with("agreement", slug).toString())));
    }

    /** What is new of a speaker. */
    public Uni<Response> speaker(UUID id, RoutingContext context) {
        return feed(context, "speaker", "/speakers/" + id, "name", List.of(
                new Part(SUBJECT, ServiceName.QUOTES, "/api/v1/speakers/" + id), new Part(QUOTES, ServiceName.QUOTES,
                        Query.of("/api/v1/quotes").with("speaker", id).with("limit", PAGE).toString())));
    }

    private Uni<Response> feed(RoutingContext context, String what, String page, String title, List<Part> parts) {
        Locale locale = Language.of(context);
        String origin = Frame.origin(context);
        return pages.written(context, null, "atom " + locale.getLanguage() + ' ' + origin,
                request -> composer.fetch(parts, request.deadline(), request.caller()).map(read -> {
                    Data subject = Data.of(read.required(SUBJECT, what, page, other -> page));
                    List<AtomEntry> entries = entries(read, page, locale);
                    String xml = Atom.feed(origin, page, subject.text(title), subject.text("recordedAt"), entries);
                    return new Written(xml.getBytes(StandardCharsets.UTF_8), ATOM, read.missing());
                }));
    }

    private static List<AtomEntry> entries(Parts read, String page, Locale locale) {
        List<AtomEntry> entries = new ArrayList<>();
        for (Data quote : items(read, QUOTES)) {
            String speaker = quote.data("speaker") == null ? "" : quote.data("speaker").text("name");
            entries.add(new AtomEntry("urn:uuid:" + quote.text("id"), "/quotes/" + quote.text("id"),
                    Words.texts(locale).quoteTitle(speaker), quote.text("content"), quote.text("recordedAt")));
        }
        for (Data report : items(read, REPORTS)) {
            String claimant = report.data("claimant") == null ? "" : report.data("claimant").text("name");
            String figure = report.data("quantity") == null ? "" : Formats.quantity(report.data("quantity"), locale);
            Data evidence = report.data("evidence");
            entries.add(new AtomEntry("urn:uuid:" + report.text("id"), "/release-reports/" + report.text("id"),
                    Words.texts(locale).reportTitle(figure, claimant, Formats.date(report.text("eventOn"), locale)),
                    evidence == null ? null : evidence.text("quotation"), report.text("recordedAt")));
        }
        for (Data tally : items(read, TALLIES)) {
            int number = 0;
            for (Data conflict : tally.list("conflicts")) {
                entries.add(conflict(tally.text("commitment"), conflict, ++number, read, page, locale));
            }
        }
        entries.sort(Comparator.comparing(AtomEntry::updated, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed());
        return entries.subList(0, Math.min(MOST, entries.size()));
    }

    /** A conflict is as new as the newest report that it rests on. */
    private static AtomEntry conflict(String commitment, Data conflict, int number, Parts read, String page,
            Locale locale) {
        List<String> reports = conflict.texts("reports");
        String updated = items(read, REPORTS).stream().filter(report -> reports.contains(report.text("id")))
                .map(report -> report.text("recordedAt")).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .orElse(null);
        UUID id = UUID.nameUUIDFromBytes((commitment + conflict.text("type") + conflict.text("since") + reports)
                .getBytes(StandardCharsets.UTF_8));
        return new AtomEntry("urn:uuid:" + id, page + "#" + commitment + "-conflict-" + number,
                Words.conflict(conflict.text("type"), locale), conflict.text("text"), updated);
    }

    private static List<Data> items(Parts parts, String part) {
        return parts.get(part) == null ? List.of() : Data.list(parts.get(part).get("items"));
    }
}
