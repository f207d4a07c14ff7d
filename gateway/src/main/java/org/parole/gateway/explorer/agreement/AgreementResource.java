package org.parole.gateway.explorer.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
import org.parole.gateway.explorer.Words;
import org.parole.gateway.explorer.chart.ChartSource;
import org.parole.gateway.explorer.feed.Feeds;
import org.parole.gateway.explorer.text.TallyTexts;
import org.parole.gateway.service.ServiceName;
import org.parole.gateway.timeline.TimelineFilter;
import org.parole.gateway.timeline.TimelinePage;
import org.parole.gateway.timeline.TimelineResource;
import org.parole.kit.http.TakesForms;
import org.parole.kit.page.PageRequest;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;

/** The page of an agreement. */
@TakesForms
@Path("/agreements/{slug}")
@RegisterForReflection
public class AgreementResource {

    private static final String AGREEMENT = "agreement";
    private static final String COMMITMENTS = "commitments";
    private static final String TALLIES = "tallies";

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance agreement(Frame page, Data agreement, Parties parties, List<Section> sections,
                List<Direction> directions, Switches switches, TimelinePage timeline, List<Data> entries, String next);
    }

    private final Pages pages;
    private final Composer composer;
    private final Feeds feeds;
    private final Sections drawn;
    private final TimelineResource timeline;

    AgreementResource(Pages pages, Composer composer, Sections drawn, TimelineResource timeline,
            Feeds feeds) {
        this.feeds = feeds;
        this.pages = pages;
        this.composer = composer;
        this.drawn = drawn;
        this.timeline = timeline;
    }

    /** What a page is asked for, once it is read. */
    private record Question(String slug, Switches switches, ThreeTimes times, String cursor, Frame frame,
            Locale locale) {
    }

    /** What is new, as a feed. */
    @GET
    @Path("feed.atom")
    @Produces(Feeds.ATOM)
    public Uni<Response> feed(@RestPath String slug, @QueryParam("lang") String lang, @Context RoutingContext context) {
        return feeds.agreement(slug, context);
    }

    /** The page. */
    @GET
    @Produces(Pages.HTML)
    public Uni<Response> get(@RestPath String slug, @BeanParam Switches switches, @QueryParam("cursor") String cursor,
            @Context RoutingContext context) {
        Question question = new Question(slug, switches, switches.times(), cursor, Frame.of(context, slug, ""),
                Language.of(context));
        return pages.answer(context, question.times().asOf, question.locale(), request -> page(question, request))
                .map(response -> switches.errors().isEmpty()
                        ? response
                        : Response.fromResponse(response).status(400).build());
    }

    private Uni<Page> page(Question question, Views.Request request) {
        ThreeTimes times = question.times();
        List<Part> parts = List.of(
                new Part(AGREEMENT, ServiceName.TALLIES,
                        TimeParameters
                                .addRecordTime(Query.of("/api/v1/agreements/" + Query.segment(question.slug())), times)
                                .toString()),
                new Part(COMMITMENTS, ServiceName.TALLIES, TimeParameters.addRecordTime(
                        Query.of("/api/v1/commitments").with(AGREEMENT, question.slug()).with("limit", 200), times)
                        .toString()),
                Parties.part(times));
        Part tallies = new Part(TALLIES, ServiceName.TALLIES,
                TimeParameters.addAll(Query.of("/api/v1/tallies").with(AGREEMENT, question.slug()), times)
                        .with("policy", policy(question)).with("include", "CLAIMANTS").toString(),
                question.locale().getLanguage());
        Uni<TimelinePage> events = timeline.page(filter(question), page(question.cursor()), request);
        return composer.fetch(parts, request.deadline(), request.caller()).flatMap(first -> {
            first.required(AGREEMENT, AGREEMENT, question.slug(), other -> "/agreements/" + other);
            List<String> commitments = first.get(COMMITMENTS) == null
                    ? List.of()
                    : Data.list(first.get(COMMITMENTS).get("items")).stream().map(one -> one.text("slug")).toList();
            // Counting takes the longest, so the series are asked for beside the tallies.
            return Uni.combine().all()
                    .unis(composer.fetch(List.of(tallies), request.deadline(), request.caller()), events,
                            drawn.read(commitments, question.switches(), policy(question), request))
                    .asTuple()
                    // Drawing is work, and the event loops have others to serve.
                    .emitOn(Infrastructure.getDefaultWorkerPool()).map(found -> page(question,
                            first.and(found.getItem1()), found.getItem3(), found.getItem2()));
        });
    }

    /** A wrong policy is told at its switch; asked for is then the services' own. */
    private static String policy(Question question) {
        return question.switches().errors().containsKey("policy") ? null : question.switches().policyOrNull();
    }

    private static TimelineFilter filter(Question question) {
        TimelineFilter filter = new TimelineFilter();
        filter.agreement = question.slug();
        filter.on = question.times().on;
        filter.publishedBy = question.times().publishedBy;
        filter.asOf = question.times().asOf;
        return filter;
    }

    private static PageRequest page(String cursor) {
        PageRequest page = new PageRequest();
        page.cursor = cursor;
        page.limit = 50;
        return page;
    }

    private static List<Direction> directions(Parts parts, Question question) {
        Parties parties = Parties.of(parts.get(Parties.PART));
        Map<String, Data> tallies = Data.index(parts.get(TALLIES) == null ? null : parts.get(TALLIES).get("items"),
                "commitment",
                tally -> tally);
        String address = question.frame().path() + (question.frame().query().isEmpty()
                ? "?lang=" + question.frame().lang()
                : "?" + question.frame().query() + "&lang=" + question.frame().lang());
        List<Data> commitments = parts.get(COMMITMENTS) == null
                ? new ArrayList<>(tallies.values())
                : Data.list(parts.get(COMMITMENTS).get("items"));
        return commitments.stream()
                .map(commitment -> new Direction(commitment,
                        tallies.get(commitment.text("slug") == null
                                ? commitment.text("commitment")
                                : commitment.text("slug")),
                        parties.name(commitment.text("releasingParty")),
                        parties.name(commitment.text("receivingParty")), address))
                .toList();
    }

    private Page page(Question question, Parts parts, Map<String, ChartSource.Read> reads, TimelinePage events) {
        List<Direction> all = directions(parts, question);
        Data agreement = Data.of(parts.get(AGREEMENT));
        List<Missing> missing = new ArrayList<>(parts.missing());
        missing.addAll(events.incomplete());
        reads.values().forEach(read -> missing.addAll(read.missing()));
        List<Section> sections = drawn.of(all, reads, question.switches(), policy(question), question.locale());
        String tally = question.switches().tallyQuery();
        String api = "/api/v1/dossiers/" + Query.segment(question.slug()) + (tally.isEmpty() ? "" : "?" + tally);
        Frame frame = question.frame();
        Frame titled = new Frame(agreement.text("title"),
                Words.texts(TallyTexts.class, question.locale()).agreementDescription(agreement.text("title")),
                frame.locale(),
                frame.path(), frame.query(), api,
                "/data/release-reports.csv?agreement=" + Query.segment(question.slug()),
                "/agreements/" + Query.segment(question.slug()) + "/feed.atom", frame.origin(), missing,
                frame.editor());
        TemplateInstance template = Templates.agreement(titled, agreement, Parties.of(parts.get(Parties.PART)),
                sections, all, question.switches(), events, Entries.of(events), events.next());
        return new Page(template, missing);
    }
}
