package org.parole.gateway.explorer.picture;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.parole.gateway.compose.Written;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Direction;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Page;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Parties;
import org.parole.gateway.explorer.chart.Chart;
import org.parole.gateway.explorer.chart.ChartSource;
import org.parole.gateway.explorer.chart.Drawing;
import org.parole.gateway.explorer.chart.Raster;
import org.parole.gateway.explorer.chart.Theme;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.http.TakesForms;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Charts to take away: as SVG, as PNG, and as a page for the frames of others. */
@TakesForms
@Path("/tallies/{commitment}")
@RegisterForReflection
public class PictureResource {

    private static final String TALLY = "tally";
    private static final String SVG = "image/svg+xml";
    private static final String PNG = "image/png";

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance embed(Frame page, Chart chart, RawString wide, RawString narrow, String full);
    }

    private final Pages pages;
    private final Composer composer;
    private final ChartSource charts;
    private final Drawing drawing;
    private final Raster raster;

    PictureResource(Pages pages, Composer composer, ChartSource charts, Drawing drawing, Raster raster) {
        this.pages = pages;
        this.composer = composer;
        this.charts = charts;
        this.drawing = drawing;
        this.raster = raster;
    }

    /** The chart as SVG. */
    @GET
    @Path("chart.svg")
    @Produces(SVG)
    public Uni<Response> svg(@RestPath String commitment, @BeanParam Look look, @Context RoutingContext context) {
        return picture(commitment, look, context, SVG, chart -> drawing
                .svg(chart, look.width(), look.height(), look.theme(), true, null).getBytes(StandardCharsets.UTF_8));
    }

    /** The chart as PNG, with two pixels for each of the SVG's. */
    @GET
    @Path("chart.png")
    @Produces(PNG)
    public Uni<Response> png(@RestPath String commitment, @BeanParam Look look, @Context RoutingContext context) {
        return picture(commitment, look, context, PNG, chart -> raster
                .png(drawing.svg(chart, look.width(), look.height(), look.theme(), true, null), look.width(),
                        look.height()));
    }

    /** The chart as a page that others may frame; without a record time it leads to the one that pins now. */
    @GET
    @Path("embed")
    @Produces(Pages.HTML)
    public Uni<Response> embed(@RestPath String commitment, @BeanParam Look look, @Context RoutingContext context) {
        Locale locale = Language.of(context);
        ThreeTimes times = look.checkedTimes();
        if (times.asOf == null) {
            // A little ago: the services refuse a record time that their clocks have yet to reach.
            String now = Instant.now().minusSeconds(2).truncatedTo(ChronoUnit.SECONDS).toString();
            look.asOf = now;
            return Uni.createFrom().item(Response.status(307).header("Location", look.address(commitment, "embed"))
                    .header("Cache-Control", "no-store").build());
        }
        Frame frame = Frame.of(context, commitment, "");
        Uni<Response> page = pages.answer(context, times.asOf, locale,
                request -> read(commitment, look, times, locale, request)
                        .emitOn(Infrastructure.getDefaultWorkerPool()).map(read -> embedded(read, look, frame)));
        open(context);
        context.response().headers().set("Content-Security-Policy",
                Pages.POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
        return page;
    }

    private Page embedded(Read read, Look look, Frame frame) {
        String full = "/commitments/" + Query.segment(read.direction().slug()) + "?" + look.query();
        Frame named = frame.named(read.chart().title()).without(read.missing());
        RawString wide = read.chart().isEmpty()
                ? null
                : new RawString(drawing.svg(read.chart(), 860, 500, Theme.LIGHT, true, "c"));
        RawString narrow = read.chart().isEmpty()
                ? null
                : new RawString(drawing.svg(read.chart(), 380, 440, Theme.LIGHT, true, "n"));
        return new Page(Templates.embed(named, read.chart(), wide, narrow, full), read.missing());
    }

    private record Read(Direction direction, Chart chart, List<Missing> missing) {
    }

    private Uni<Response> picture(String commitment, Look look, RoutingContext context, String type,
            Function<Chart, byte[]> draw) {
        Locale locale = Language.of(context);
        ThreeTimes times = look.checkedTimes();
        look.check();
        open(context);
        return pages.written(context, times.asOf, type + ' ' + locale.getLanguage(),
                request -> read(commitment, look, times, locale, request)
                        .emitOn(Infrastructure.getDefaultWorkerPool()).map(read -> {
                            if (read.chart().isEmpty()) {
                                throw ProblemException.notFound("running total to draw for", commitment);
                            }
                            return new Written(draw.apply(read.chart()), type, read.missing());
                        }));
    }

    private Uni<Read> read(String commitment, Look look, ThreeTimes times, Locale locale, Views.Request request) {
        Part tally = new Part(TALLY, ServiceName.TALLIES,
                TimeParameters.addAll(Query.of("/api/v1/tallies/" + Query.segment(commitment)), times)
                        .with("policy", look.policyOrNull()).with("include", "CLAIMANTS").toString(),
                locale.getLanguage());
        return Uni.combine().all()
                .unis(composer.fetch(List.of(tally, Parties.part(times)), request.deadline(), request.caller()),
                        charts.read(commitment, times, look.policyOrNull(), request))
                .asTuple().map(all -> {
                    Parts parts = all.getItem1();
                    Data data = Data.of(parts.required(TALLY, "commitment", commitment, other -> "/tallies/" + other));
                    Parties parties = Parties.of(parts.get(Parties.PART));
                    Direction direction = new Direction(data, data, parties.name(data.text("releasingParty")),
                            parties.name(data.text("receivingParty")), "");
                    if (all.getItem2().series() == null) {
                        throw ProblemException.unavailable("The series of the tally cannot be had now.",
                                java.time.Duration.ofSeconds(2));
                    }
                    List<Missing> missing = new ArrayList<>(parts.missing());
                    missing.addAll(all.getItem2().missing());
                    return new Read(direction, ChartSource.chart(direction, all.getItem2(), look.policyOrNull(),
                            times.asOf == null ? null : times.asOf.toString(), locale), missing);
                });
    }

    /** Pictures are made to be shown elsewhere. */
    private static void open(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        headers.remove("X-Frame-Options");
    }
}
