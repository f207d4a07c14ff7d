package org.parole.gateway.explorer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.parole.gateway.compose.Missing;
import org.parole.gateway.compose.Views;
import org.parole.gateway.compose.Written;
import org.parole.kit.http.Etags;
import org.parole.kit.time.AsOf;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;

/** Writes pages, remembers them as composed views are remembered, and answers 304 to who has one already. */
@ApplicationScoped
public class Pages {

    /** What a page is. */
    public static final String HTML = "text/html;charset=UTF-8";

    /** What the pages may load: only what comes from here, and no style or script within them. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Views views;

    Pages(Views views) {
        this.views = views;
    }

    /** Answers a page at a record time, or now for null. */
    public Uni<Response> answer(RoutingContext context, AsOf asOf, Locale locale,
            Function<Views.Request, Uni<Page>> page) {
        allow(context);
        Session session = Session.of(context);
        // What is written for one who is signed in has a token in it that is nobody else's.
        String variant = locale.getLanguage() + ' ' + Frame.origin(context)
                + (session == null ? "" : ' ' + session.token());
        return written(context, asOf, variant, request -> page.apply(request)
                .emitOn(Infrastructure.getDefaultWorkerPool()).map(ready -> write(ready, locale)))
                .map(response -> {
                    Response.ResponseBuilder builder = Response.fromResponse(response).header(HttpHeaders.VARY,
                            "Accept-Language, Cookie");
                    // What carries a token stays nowhere; the page around an answer that never changes may change.
                    String cache = session != null
                            ? "private, no-store"
                            : Objects.requireNonNullElse(response.getHeaderString(HttpHeaders.CACHE_CONTROL),
                                    "no-cache");
                    return builder.header(HttpHeaders.CACHE_CONTROL, null).header(HttpHeaders.CACHE_CONTROL, cache)
                            .build();
                });
    }

    /** Lets the answer load what a page needs, and its forms say where they come from; what the gateway answers else may do neither. */
    public static void allow(RoutingContext context) {
        context.response().headers().set("Content-Security-Policy", POLICY).set("Referrer-Policy", "same-origin");
    }

    /** Answers something that is written in a format of its own. */
    public Uni<Response> written(RoutingContext context, AsOf asOf, String variant,
            Function<Views.Request, Uni<Written>> view) {
        String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        return views.answer(context, asOf, variant, view::apply).map(response -> {
            String etag = response.getHeaderString(HttpHeaders.ETAG);
            return etag != null && Etags.matches(known, etag)
                    ? Response.notModified().header(HttpHeaders.ETAG, etag).build()
                    : response;
        });
    }

    /** A page that is never remembered, such as a form. */
    public static Response form(RoutingContext context, int status, TemplateInstance template, Locale locale) {
        allow(context);
        return Response.status(status).entity(html(template, locale)).type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Written write(Page page, Locale locale) {
        return new Written(html(page.template(), locale), HTML, page.missing());
    }

    private static byte[] html(TemplateInstance template, Locale locale) {
        return template.setLocale(locale).render().getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing is missing. */
    public static List<Missing> whole() {
        return List.of();
    }
}
