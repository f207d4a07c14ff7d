package org.parole.gateway.explorer.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.Views;
import org.parole.gateway.compose.Written;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Formats;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.explorer.text.RecordTexts;
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
    /** Reports that are read: beyond the newest of them, conflicts are older than all that the feed has room for. */
    private static final int PAGE = 200;

    private final Pages pages;
    private final Composer composer;

    Feeds(Pages pages, Composer composer) {
        this.pages = pages;
        this.composer = composer;
    }

    /** What is new about an agreement. */
    public Uni<Response> agreement(String slug, RoutingContext context) {
        List<Part> parts = List.of(
                new Part(SUBJECT, ServiceName.TALLIES, "/api/v1/agreements/" + Query.segment(slug)),
                new Part(QUOTES, ServiceName.QUOTES, newest("/api/v1/quotes", MOST).with("agreement", slug).toString()),
                new Part(REPORTS, ServiceName.TALLIES,
                        newest("/api/v1/release-reports", PAGE).with("agreement", slug).toString()),
                new Part(TALLIES, ServiceName.TALLIES,
                        Query.of("/api/v1/tallies").with("agreement", slug).toString(),
                        Language.of(context).getLanguage()));
        return feed(context, new Subject("agreement", "/agreements/", slug, "title"),
                request -> composer.fetch(parts, request.deadline(), request.caller()));
    }

    /** What is new of a speaker: what it said, and the figures that are reported as its own. */
    public Uni<Response> speaker(UUID id, RoutingContext context) {
        List<Part> parts = List.of(new Part(SUBJECT, ServiceName.QUOTES, "/api/v1/speakers/" + id),
                new Part(QUOTES, ServiceName.QUOTES, newest("/api/v1/quotes", MOST).with("speaker", id).toString()));
        return feed(context, new Subject("speaker", "/speakers/", id.toString(), "name"), request -> composer
                .fetch(parts, request.deadline(), request.caller()).flatMap(read -> {
                    Data speaker = Data.of(read.get(SUBJECT));
                    List<Part> claimed = speaker == null
                            ? List.of()
                            : List.of(new Part(REPORTS, ServiceName.TALLIES, newest("/api/v1/release-reports", MOST)
                                    .with("claimant", speaker.text("name")).toString()));
                    return composer.fetch(claimed, request.deadline(), request.caller()).map(read::and);
                }));
    }

    /** The list of what was recorded last. */
    private static Query newest(String list, int most) {
        return Query.of(list).with("order", "recorded").with("limit", most);
    }

    /**
     * What a feed is about.
     *
     * @param what it is
     * @param pages the path that the pages of its kind stand below
     * @param id of this one
     * @param title the field that says what it is called
     */
    private record Subject(String what, String pages, String id, String title) {

        String page() {
            return pages + Query.segment(id);
        }
    }

    private Uni<Response> feed(RoutingContext context, Subject about, Function<Views.Request, Uni<Parts>> reading) {
        Locale locale = Language.of(context);
        String origin = Frame.origin(context);
        return pages.written(context, null, "atom " + locale.getLanguage() + ' ' + origin,
                request -> reading.apply(request).map(read -> {
                    Data subject = Data.of(read.required(SUBJECT, about.what(), about.id(),
                            other -> about.pages() + other + "/feed.atom"));
                    List<AtomEntry> entries = entries(read, about.page(), locale);
                    String xml = Atom.feed(origin, about.page(), subject.text(about.title()),
                            subject.text("recordedAt"), entries);
                    return new Written(xml.getBytes(StandardCharsets.UTF_8), ATOM, read.missing());
                }));
    }

    private static List<AtomEntry> entries(Parts read, String page, Locale locale) {
        List<AtomEntry> entries = new ArrayList<>();
        for (Data quote : items(read, QUOTES)) {
            String speaker = Words.speaker(quote, (Object) locale);
            entries.add(new AtomEntry("urn:uuid:" + quote.text("id"), "/quotes/" + quote.text("id"),
                    Words.texts(RecordTexts.class, locale).quoteTitle(speaker), quote.text("content"),
                    quote.text("recordedAt")));
        }
        for (Data report : items(read, REPORTS)) {
            String claimant = report.data("claimant") == null ? "" : report.data("claimant").text("name");
            String figure = report.data("quantity") == null ? "" : Formats.quantity(report.data("quantity"), locale);
            Data evidence = report.data("evidence");
            entries.add(new AtomEntry("urn:uuid:" + report.text("id"), "/release-reports/" + report.text("id"),
                    Words.texts(RecordTexts.class, locale).reportTitle(figure, claimant,
                            Formats.date(report.text("eventOn"), locale)),
                    evidence == null ? null : evidence.text("quotation"), report.text("recordedAt")));
        }
        for (Data tally : items(read, TALLIES)) {
            int number = 0;
            for (Data conflict : tally.list("conflicts")) {
                AtomEntry entry = conflict(tally.text("commitment"), conflict, ++number, read, page, locale);
                if (entry.updated() != null) {
                    entries.add(entry);
                }
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
