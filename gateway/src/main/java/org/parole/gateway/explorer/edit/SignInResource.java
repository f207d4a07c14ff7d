package org.parole.gateway.explorer.edit;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Role;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.explorer.text.EditTexts;
import org.parole.gateway.explorer.text.Texts;
import org.parole.gateway.key.ApiKeys;
import org.parole.gateway.limit.Limits;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;

/** Signs editors in with a key, and out again. */
@Path("/")
@Blocking
@RegisterForReflection
public class SignInResource {

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance signin(Frame page, String error);
    }

    private final ApiKeys keys;
    private final Sessions sessions;
    private final Limits limits;

    SignInResource(ApiKeys keys, Sessions sessions, Limits limits) {
        this.keys = keys;
        this.sessions = sessions;
        this.limits = limits;
    }

    /** The form. */
    @GET
    @Path("sign-in")
    @Produces(Pages.HTML)
    public Response form(@QueryParam("lang") String lang, @Context RoutingContext context) {
        return form(context, 200, null);
    }

    /** Signs in. */
    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    public Response signIn(MultivaluedMap<String, String> sent, @QueryParam("lang") String lang,
            @Context RoutingContext context) {
        OwnPage.require(context);
        Limits.Refusal tooMany = limits.beforeKeyIsChecked(context);
        if (tooMany != null) {
            throw tooMany.problem();
        }
        String key = new Form(sent).get("key").strip();
        Optional<Caller> caller = keys.callerOf(key);
        if (caller.isEmpty()) {
            Limits.Refusal wrong = limits.wrongKey(context);
            if (wrong != null) {
                throw wrong.problem();
            }
            return form(context, 403, Words.texts(EditTexts.class, Language.of(context)).keyUnknown());
        }
        sessions.begin(context, key);
        String next = caller.get().may(Role.CONTRIBUTOR) ? "/edit/document" : "/";
        return Response.seeOther(URI.create(next + "?lang=" + Language.of(context).getLanguage())).build();
    }

    /** Signs out, also where the key or the session works no longer. */
    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(@Context RoutingContext context) {
        OwnPage.require(context);
        sessions.end(context);
        return Response.seeOther(URI.create("/")).build();
    }

    private static Response form(RoutingContext context, int status, String error) {
        Locale locale = Language.of(context);
        Texts texts = Words.texts(locale);
        return Pages.form(context, status,
                Templates.signin(Frame.of(context, texts.signIn(), Words.texts(EditTexts.class, locale).signInLead()),
                        error),
                locale);
    }
}
