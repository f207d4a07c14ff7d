package org.parole.gateway.explorer.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Missing;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.Views;
import org.parole.gateway.exchange.ExchangeDossierResource;
import org.parole.gateway.exchange.ExchangeDossierView;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Direction;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Page;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Parties;
import org.parole.gateway.explorer.Switches;
import org.parole.gateway.explorer.agreement.Section;
import org.parole.gateway.explorer.agreement.Sections;
import org.parole.gateway.explorer.chart.ChartSource;
import org.parole.kit.http.TakesForms;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.JsonNode;

/** The page of an exchange. */
@TakesForms
@Path("/exchanges/{slug}")
@RegisterForReflection
public class ExchangePageResource {

    private static final int MOST_QUOTES = 50;

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance exchange(Frame page, Data exchange, Parties parties, List<Section> sections,
                List<Direction> directions, Switches switches, Data together, List<Data> joint, List<Data> quotes);
    }

    private final Pages pages;
    private final Composer composer;
    private final ExchangeDossierResource dossiers;
    private final Sections sections;

    ExchangePageResource(Pages pages, Composer composer, ExchangeDossierResource dossiers, Sections sections) {
        this.pages = pages;
        this.composer = composer;
        this.dossiers = dossiers;
        this.sections = sections;
    }

    /** The page. */
    @GET
    @Produces(Pages.HTML)
    public Uni<Response> get(@RestPath String slug, @BeanParam Switches switches, @Context RoutingContext context) {
        Locale locale = Language.of(context);
        String query = switches.tallyQuery();
        Frame frame = Frame.of(context, slug, "").as(
                "/api/v1/exchanges/" + Query.segment(slug) + "/dossier" + (query.isEmpty() ? "" : "?" + query),
                "/data/release-reports.csv?exchange=" + Query.segment(slug), null);
        return pages.answer(context, switches.times().asOf, locale, request -> page(slug, switches, frame, request))
                .map(response -> switches.errors().isEmpty()
                        ? response
                        : Response.fromResponse(response).status(400).build());
    }

    private Uni<Page> page(String slug, Switches switches, Frame frame, Views.Request request) {
        String policy = switches.errors().containsKey("policy") ? null : switches.policyOrNull();
        return Uni.combine().all().unis(
                dossiers.dossier(slug, switches.times(), policy, MOST_QUOTES, frame.lang(), request),
                composer.fetch(List.of(Parties.part(switches.times())), request.deadline(), request.caller()))
                .asTuple().flatMap(read -> {
                    Parties parties = Parties.of(read.getItem2().get(Parties.PART));
                    List<Direction> directions = directions(read.getItem1(), parties, frame);
                    return sections.read(directions.stream().map(Direction::slug).toList(), switches, policy, request)
                            .emitOn(Infrastructure.getDefaultWorkerPool()).map(found -> {
                                List<Missing> missing = missing(read.getItem1(), read.getItem2(), found);
                                Data exchange = Data.of(read.getItem1().exchange());
                                if (exchange == null) {
                                    throw org.parole.kit.problem.ProblemException.unavailable(
                                            "The exchange cannot be had now.", java.time.Duration.ofSeconds(2));
                                }
                                return new Page(Templates.exchange(
                                        frame.named(exchange.text("title")).without(missing), exchange, parties,
                                        sections.of(directions, found, switches, policy, frame.locale()), directions,
                                        switches,
                                        Data.of(read.getItem1().joint()),
                                        Data.list(read.getItem1().jointCounts()), quotes(read.getItem1().quotes())),
                                        missing);
                            });
                });
    }

    private static List<Direction> directions(ExchangeDossierView view, Parties parties, Frame frame) {
        if (view.directions() == null) {
            return List.of();
        }
        return view.directions().stream().map(one -> {
            Data commitment = Data.of(one.commitment());
            return new Direction(commitment, Data.of(one.tally()), parties.name(commitment.text("releasingParty")),
                    parties.name(commitment.text("receivingParty")), frame.path());
        }).toList();
    }

    private static List<Missing> missing(ExchangeDossierView view, Parts parties,
            Map<String, ChartSource.Read> found) {
        List<Missing> missing = new ArrayList<>(view.incomplete());
        missing.addAll(parties.missing());
        found.values().forEach(read -> missing.addAll(read.missing()));
        return missing;
    }

    private static List<Data> quotes(JsonNode page) {
        return page == null ? List.of() : Data.list(page.get("items"));
    }
}
