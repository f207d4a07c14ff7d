package org.parole.gateway.explorer.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Missing;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.TimeParameters;
import org.parole.gateway.compose.Views;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Direction;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Page;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Parties;
import org.parole.gateway.explorer.Switches;
import org.parole.gateway.explorer.feed.Feeds;
import org.parole.gateway.service.ServiceName;
import org.parole.gateway.speaker.SpeakerRecordResource;
import org.parole.gateway.speaker.SpeakerRecordView;
import org.parole.kit.http.TakesForms;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The page of a speaker. */
@TakesForms
@Path("/speakers/{id}")
@RegisterForReflection
public class SpeakerResource {

    private static final String SPEAKER = "speaker";
    private static final int MOST = 100;

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance speaker(Frame page, Data speaker, String party, List<Data> quotes,
                List<Data> reports, List<Direction> directions, Switches switches);
    }

    private final Pages pages;
    private final SpeakerRecordResource records;
    private final Composer composer;
    private final Feeds feeds;

    SpeakerResource(Pages pages, SpeakerRecordResource records, Composer composer, Feeds feeds) {
        this.feeds = feeds;
        this.pages = pages;
        this.records = records;
        this.composer = composer;
    }

    /** What is new, as a feed. */
    @GET
    @Path("feed.atom")
    @Produces(Feeds.ATOM)
    public Uni<Response> feed(@RestPath UUID id, @QueryParam("lang") String lang, @Context RoutingContext context) {
        return feeds.speaker(id, context);
    }

    /** The page; one that was merged into another leads to that. */
    @GET
    @Produces(Pages.HTML)
    public Uni<Response> get(@RestPath UUID id, @BeanParam Switches switches, @Context RoutingContext context) {
        Locale locale = Language.of(context);
        ThreeTimes times = switches.times();
        String query = switches.tallyQuery();
        Frame frame = Frame.of(context, "", "").as(
                "/api/v1/speakers/" + id + "/record" + (query.isEmpty() ? "" : "?" + query),
                "/data/quotes.csv?speaker=" + id, "/speakers/" + id + "/feed.atom");
        return pages.answer(context, times.asOf, locale, request -> page(id, switches, frame, request))
                .map(response -> switches.errors().isEmpty()
                        ? response
                        : Response.fromResponse(response).status(400).build());
    }

    private Uni<Page> page(UUID id, Switches switches, Frame frame, Views.Request request) {
        ThreeTimes times = switches.times();
        List<Part> parts = List.of(new Part(SPEAKER, ServiceName.QUOTES,
                TimeParameters.addRecordTime(Query.of("/api/v1/speakers/" + id), times).toString()),
                Parties.part(times));
        return composer.fetch(parts, request.deadline(), request.caller()).flatMap(first -> {
            first.required(SPEAKER, SPEAKER, id, other -> "/speakers/" + other);
            return records.record(id, times, MOST, request).map(view -> page(view, first, switches, frame));
        });
    }

    private static Page page(SpeakerRecordView view, Parts first, Switches switches, Frame frame) {
        Parties parties = Parties.of(first.get(Parties.PART));
        Data speaker = Data.of(view.speaker());
        List<Missing> missing = new ArrayList<>(first.missing());
        missing.addAll(view.incomplete());
        List<Direction> directions = Data.list(view.tallies()).stream()
                .map(tally -> new Direction(tally, tally, parties.name(tally.text("releasingParty")),
                        parties.name(tally.text("receivingParty")),
                        "/commitments/" + Query.segment(tally.text("commitment")) + "?lang=" + frame.lang()))
                .toList();
        return new Page(Templates.speaker(frame.named(speaker.text("name")).without(missing), speaker,
                parties.name(speaker.text("party")), items(view.quotes()), items(view.releaseReports()), directions,
                switches), missing);
    }

    private static List<Data> items(com.fasterxml.jackson.databind.JsonNode page) {
        return page == null ? List.of() : Data.list(page.get("items"));
    }
}
