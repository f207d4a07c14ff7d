package org.parole.gateway.explorer.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

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
import org.parole.gateway.explorer.Words;
import org.parole.gateway.explorer.text.RecordTexts;
import org.parole.gateway.service.ServiceName;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The page of a quote. */
@Path("/quotes/{id}")
@RegisterForReflection
public class QuoteResource {

    private static final String QUOTE = "quote";
    private static final String OCCURRENCES = "occurrences";
    private static final String RELATIONS = "relations";
    private static final String HISTORY = "history";

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance quote(Frame page, Data quote, List<Passage> passages, List<Data> occurrences,
                List<Data> near, List<Data> relations, List<Data> history);
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
            return around.map(found -> page(id, quote, found, read, frame));
        });
    }

    private static Page page(UUID id, Data quote, List<Passage> passages, Parts read, Frame frame) {
        List<Data> others = new ArrayList<>(items(read, OCCURRENCES));
        others.removeIf(other -> id.toString().equals(other.text("id")));
        List<Data> near = quote.list("near").stream().map(QuoteResource::near).toList();
        Data history = Data.of(read.get(HISTORY));
        String speaker = Words.speaker(quote, (Object) frame.locale());
        Frame named = frame.named(Words.texts(RecordTexts.class, frame.locale()).quoteTitle(speaker))
                .without(read.missing());
        return new Page(Templates.quote(named, quote, passages, others, near, items(read, RELATIONS),
                history == null ? List.of() : history.list("items")), read.missing());
    }

    /** The other quote's id, and what differs in one line. */
    private static Data near(Data near) {
        String differences = near.list("difference").stream()
                .map(one -> one.text("kind").toLowerCase(Locale.ROOT) + ": " + Objects.toString(one.text("here"), "–") + " / "
                        + Objects.toString(one.text("there"), "–"))
                .collect(Collectors.joining("; "));
        return Data.of(JsonNodeFactory.instance.objectNode().put("id", near.text("quote")).put("difference", differences));
    }

    private static List<Data> items(Parts parts, String part) {
        return parts.get(part) == null ? List.of() : Data.list(parts.get(part).get("items"));
    }
}
