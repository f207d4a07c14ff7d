package org.parole.gateway.explorer.evidence;

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
import org.parole.gateway.compose.RecordTime;
import org.parole.gateway.compose.Views;
import org.parole.gateway.evidence.EvidenceResource;
import org.parole.gateway.evidence.EvidenceView;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Formats;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Page;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Passage;
import org.parole.gateway.explorer.Passages;
import org.parole.gateway.explorer.Titles;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.explorer.text.RecordTexts;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.http.TakesForms;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The page of a release report: from the number to the words in the document. */
@TakesForms
@Path("/release-reports/{id}")
@RegisterForReflection
public class ReportResource {

    private static final String HISTORY = "history";

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance evidence(Frame page, Data report, Data quote, Data document,
                List<Passage> passages, List<Data> history, Titles titles);
    }

    private final Pages pages;
    private final EvidenceResource evidence;
    private final Passages passages;
    private final Composer composer;

    ReportResource(Pages pages, EvidenceResource evidence, Passages passages, Composer composer) {
        this.pages = pages;
        this.evidence = evidence;
        this.passages = passages;
        this.composer = composer;
    }

    /** The page. */
    @GET
    @Produces(Pages.HTML)
    public Uni<Response> get(@RestPath UUID id, @BeanParam RecordTime time, @QueryParam("lang") String lang,
            @Context RoutingContext context) {
        Locale locale = Language.of(context);
        Frame frame = Frame.of(context, "", "").as("/api/v1/release-reports/" + id + "/evidence", null, null);
        return pages.answer(context, time.asOf, locale, request -> evidence.evidence(id, time, request)
                .flatMap(view -> page(id, view, time, frame, request)));
    }

    private Uni<Page> page(UUID id, EvidenceView view, RecordTime time, Frame frame, Views.Request request) {
        Data quote = Data.of(view.quote());
        Data document = Data.of(view.document());
        Uni<List<Passage>> around = quote == null || document == null
                ? Uni.createFrom().item(List.of())
                : passages.of(document.text("id"), List.of(quote), time, request);
        Data report = Data.of(view.report());
        List<Part> titles = Titles.parts(
                report.text("agreement") == null ? List.of() : List.of(report.text("agreement")),
                report.text("exchange") == null ? List.of() : List.of(report.text("exchange")), time);
        List<Part> parts = new ArrayList<>(titles);
        parts.add(new Part(HISTORY, ServiceName.TALLIES, "/api/v1/release-reports/" + id + "/history"));
        return Uni.combine().all().unis(around,
                composer.fetch(parts, request.deadline(), request.caller())).asTuple().map(read -> {
                    List<Missing> missing = new ArrayList<>(view.incomplete());
                    missing.addAll(read.getItem2().missing());
                    Data past = Data.of(read.getItem2().get(HISTORY));
                    Frame named = frame.named(title(report, frame.locale())).without(missing);
                    return new Page(Templates.evidence(named, report, quote, document, read.getItem1(),
                            past == null ? List.of() : past.list("items"), Titles.of(titles, read.getItem2())),
                            missing);
                });
    }

    private static String title(Data report, Locale locale) {
        String claimant = report.data("claimant") == null ? "" : report.data("claimant").text("name");
        String figure = report.data("quantity") == null ? "" : Formats.quantity(report.data("quantity"), locale);
        return Words.texts(RecordTexts.class, locale).reportTitle(figure, claimant,
                Formats.date(report.text("eventOn"), locale));
    }
}
