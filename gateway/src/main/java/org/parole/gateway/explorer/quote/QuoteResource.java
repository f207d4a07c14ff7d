package org.parole.gateway.explorer.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.RecordTime;
import org.parole.gateway.compose.Views;
import org.parole.gateway.explorer.Data;
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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The page of a quote. */
@TakesForms
@Path("/quotes/{id}")
@RegisterForReflection
public class QuoteResource {

    private static final String QUOTE = "quote";
    private static final String OCCURRENCES = "occurrences";
    private static final String RELATIONS = "relations";
    private static final String HISTORY = "history";
    private static final int MOST_NEAR = 10;

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance quote(Frame page, Data quote, List<Passage> passages, List<Data> occurrences,
                List<Data> near, List<Data> relations, List<Data> history, Titles titles);
    }

    private final Pages pages;
    private final Passages passages;
    private final Composer composer;

    QuoteResource(Pages pages, Passages passages, Composer composer) {
        this.pages = pages;
        this.passages = passages;
        this.composer = composer;
    }

    /** The page. */
    @GET
    @Produces(Pages.HTML)
    public Uni<Response> get(@RestPath UUID id, @BeanParam RecordTime time, @QueryParam("lang") String lang,
            @Context RoutingContext context) {
        Locale locale = Language.of(context);
        Frame frame = Frame.of(context, "", "").as("/api/v1/quotes/" + id, null, null);
        return pages.answer(context, time.asOf, locale, request -> page(id, time, frame, request));
    }

    private Uni<Page> page(UUID id, RecordTime time, Frame frame, Views.Request request) {
        String address = "/api/v1/quotes/" + id;
        List<Part> parts = List.of(new Part(QUOTE, ServiceName.QUOTES, time.addTo(Query.of(address)).toString()),
                new Part(OCCURRENCES, ServiceName.QUOTES,
                        time.addTo(Query.of(address + "/occurrences").with("limit", 50)).toString()),
                new Part(RELATIONS, ServiceName.QUOTES,
                        time.addTo(Query.of(address + "/relations").with("limit", 50)).toString()),
                new Part(HISTORY, ServiceName.QUOTES, address + "/history"));
        return composer.fetch(parts, request.deadline(), request.caller()).flatMap(read -> {
            Data quote = Data.of(read.required(QUOTE, QUOTE, id, other -> "/quotes/" + other));
            Data document = quote.data("document");
            Uni<List<Passage>> around = document == null
                    ? Uni.createFrom().item(List.of())
                    : passages.of(document.text("id"), List.of(quote), time, request);
            Uni<Parts> alike = composer.fetch(near(quote).map(one -> new Part(one.text(QUOTE), ServiceName.QUOTES,
                    time.addTo(Query.of("/api/v1/quotes/" + one.text(QUOTE))).toString())).toList(), request.deadline(),
                    request.caller());
            List<Part> about = about(quote, time);
            Uni<Parts> titles = composer.fetch(about, request.deadline(), request.caller());
            return Uni.combine().all().unis(around, alike, titles).asTuple()
                    .map(found -> page(id, quote, found.getItem1(), found.getItem2(),
                            Titles.of(about, found.getItem3()), read.and(found.getItem3()), frame));
        });
    }

    /** What it is about, as far as that has a title. */
    private static List<Part> about(Data quote, RecordTime time) {
        Data about = quote.data("about");
        return about == null ? List.of() : Titles.parts(about.texts("agreements"), about.texts("exchanges"), time);
    }

    /** The quotes that are alike, as many as a page shows. */
    private static Stream<Data> near(Data quote) {
        return quote.list("near").stream().limit(MOST_NEAR);
    }

    private static Page page(UUID id, Data quote, List<Passage> passages, Parts alike, Titles titles, Parts read,
            Frame frame) {
        List<Data> others = new ArrayList<>(items(read, OCCURRENCES));
        others.removeIf(other -> id.toString().equals(other.text("id")));
        List<Data> near = near(quote).map(one -> near(one, alike)).toList();
        Data history = Data.of(read.get(HISTORY));
        String speaker = Words.speaker(quote, (Object) frame.locale());
        Frame named = frame.named(Words.texts(RecordTexts.class, frame.locale()).quoteTitle(speaker))
                .without(read.missing());
        return new Page(Templates.quote(named, quote, passages, others, near, items(read, RELATIONS),
                history == null ? List.of() : history.list("items"), titles), read.missing());
    }

    /** The other quote, and what differs; its id alone where the quote itself is missing. */
    private static Data near(Data near, Parts alike) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("id", near.text(QUOTE));
        shown.set("difference", near.json().get("difference"));
        JsonNode other = alike.get(near.text(QUOTE));
        return Data.of(other == null ? shown : shown.set(QUOTE, other));
    }

    private static List<Data> items(Parts parts, String part) {
        return parts.get(part) == null ? List.of() : Data.list(parts.get(part).get("items"));
    }
}
