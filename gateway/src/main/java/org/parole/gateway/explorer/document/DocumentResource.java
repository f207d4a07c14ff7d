package org.parole.gateway.explorer.document;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.parole.gateway.compose.Part;
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
import org.parole.gateway.service.ServiceName;
import org.parole.kit.http.TakesForms;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The page of a document. */
@TakesForms
@Path("/documents/{id}")
@RegisterForReflection
public class DocumentResource {

    private static final String DOCUMENT = "document";
    private static final String QUOTES = "quotes";

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance document(Frame page, Data document, List<Data> quotes, Numbers numbers,
                List<Passage> passages);
    }

    /**
     * The numbers by which the quotes of a page are marked in the text.
     *
     * @param byQuote by the quotes' ids, from 1
     */
    public record Numbers(Map<String, Integer> byQuote) {

        /** The number of a quote. */
        public Integer of(String quote) {
            return byQuote.get(quote);
        }
    }

    private final Pages pages;
    private final Passages passages;
    private final Composer composer;

    DocumentResource(Pages pages, Passages passages, Composer composer) {
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
        Frame frame = Frame.of(context, "", "").as("/api/v1/documents/" + id, "/data/quotes.csv?document=" + id,
                null);
        return pages.answer(context, time.asOf, locale, request -> page(id, time, frame, request));
    }

    private Uni<Page> page(UUID id, RecordTime time, Frame frame, Views.Request request) {
        List<Part> parts = List.of(
                new Part(DOCUMENT, ServiceName.QUOTES, time.addTo(Query.of("/api/v1/documents/" + id)).toString()),
                new Part(QUOTES, ServiceName.QUOTES,
                        time.addTo(Query.of("/api/v1/quotes").with(DOCUMENT, id).with("limit", 100)).toString()));
        return composer.fetch(parts, request.deadline(), request.caller()).flatMap(read -> {
            Data document = Data.of(read.required(DOCUMENT, DOCUMENT, id, other -> "/documents/" + other));
            List<Data> quotes = read.get(QUOTES) == null
                    ? List.of()
                    : Data.list(read.get(QUOTES).get("items")).stream()
                            .sorted(Comparator.comparingLong(DocumentResource::place)).toList();
            Map<String, Integer> numbers = new HashMap<>();
            quotes.forEach(quote -> numbers.put(quote.text("id"), numbers.size() + 1));
            return passages.of(id.toString(), quotes, time, request).map(found -> new Page(Templates.document(
                    frame.named(document.text("title")).without(read.missing()), document, quotes,
                    new Numbers(numbers), found), read.missing()));
        });
    }

    /** Where the first words of a quote stand in the text; those whose place is not known come last. */
    private static long place(Data quote) {
        return quote.list("anchors").stream().map(anchor -> anchor.number("start")).filter(Objects::nonNull)
                .mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }
}
