package org.parole.gateway.explorer;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.parole.gateway.explorer.text.Texts;
import org.parole.gateway.support.PagePaths;
import org.parole.gateway.support.ProblemPages;
import org.parole.kit.problem.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;

/** Tells people of what is not there, was retracted, is wrong or cannot be had now, and where to go. The API's problems stay as they are. */
@ApplicationScoped
public class ErrorPages implements ProblemPages {

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance problem(Frame page, Problem problem, String heading, String advice,
                boolean signIn);
    }

    @Override
    public String page(RoutingContext context, Problem problem) {
        String accept = context.request().getHeader("Accept");
        if (!PagePaths.isPage(context.request().path()) || accept == null || !accept.contains("text/html")) {
            return null;
        }
        Locale locale = Language.of(context);
        Texts texts = Words.texts(locale);
        String heading = switch (problem.status()) {
            case 404 -> texts.errorNotFound();
            case 410 -> texts.errorRetracted();
            case 401, 403 -> texts.errorNotAllowed();
            case 429 -> texts.errorTooMany();
            case 503 -> texts.errorUnavailable();
            default -> problem.status() < 500 ? texts.errorWrong() : texts.errorInternal();
        };
        String advice = switch (problem.status()) {
            case 404 -> texts.adviceNotFound();
            case 410 -> texts.adviceRetracted();
            case 429, 503 -> texts.adviceLater();
            default -> "";
        };
        Pages.allow(context);
        return Templates
                .problem(Frame.of(context, heading, heading).withoutQuery(), problem, heading, advice,
                        problem.status() == 401)
                .setLocale(locale).render();
    }

    @ServerResponseFilter
    void page(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (response.getEntity() instanceof Problem problem) {
            String html = page(context, problem);
            if (html != null) {
                response.setEntity(html, null, MediaType.valueOf(Pages.HTML));
            }
        }
    }
}
