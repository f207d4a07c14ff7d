package org.parole.gateway.explorer.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

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

import org.jboss.resteasy.reactive.RestPath;
import org.parole.gateway.access.Gate;
import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Titles;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.intake.IntakeResource;
import org.parole.gateway.intake.IntakeView;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.problem.ProblemException;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Pasting an article and quoting from it. The text goes with the forms until something of it is recorded: then document, speaker, quote and report
 * are taken in as one, whole or not at all.
 */
@Path("/edit")
@Blocking
@RegisterForReflection
public class DocumentFormResource {

    private static final String COMMITMENTS = "commitments";
    private static final String DOCUMENT = "document";
    private static final List<String> NEEDED = List.of("url", "title", "outlet", "publishedAt", "language", "text");
    /** Which field of the form each part of the intake comes from, by the beginnings of pointers. */
    private static final Map<String, String> FIELDS = fields();

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance paste(Frame page, Form form);

        static native TemplateInstance mark(Frame page, Form form, List<Data> commitments, Titles titles,
                IntakeView recorded);
    }

    private final IntakeResource intake;
    private final Composer composer;

    DocumentFormResource(IntakeResource intake, Composer composer) {
        this.intake = intake;
        this.composer = composer;
    }

    /** The form for an article. */
    @GET
    @Path("document")
    @Produces(Pages.HTML)
    public Response form(@QueryParam("lang") String lang, @Context RoutingContext context) {
        return paste(context, 200, new Form().with("language", "en").with("kind", "NEWSPAPER"));
    }

    /** The form for another quote from an article that is on record. */
    @GET
    @Path("documents/{id}/quote")
    @Produces(Pages.HTML)
    public Response again(@RestPath UUID id, @QueryParam("lang") String lang, @Context RoutingContext context) {
        Part known = new Part(DOCUMENT, ServiceName.QUOTES, "/api/v1/documents/" + id);
        Data document = Data.of(composer.fetch(List.of(known), composer.deadline(), Gate.callerOf(context)).await()
                .indefinitely().required(DOCUMENT, DOCUMENT, id, other -> "/edit/documents/" + other + "/quote"));
        return mark(context, 200, new Form().with("documentId", id).with("title", document.text("title"))
                .with("language", document.text("language")).with("request", UUID.randomUUID()), null);
    }

    /** Goes on to marking, or records what was marked. */
    @POST
    @Path("document")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    public Response send(MultivaluedMap<String, String> sent, @QueryParam("lang") String lang,
            @Context RoutingContext context) {
        Form form = Form.of(context, sent);
        List<String> needed = form.orNull("documentId") != null ? List.of() : NEEDED;
        for (String field : needed) {
            if (form.orNull(field) == null) {
                form.error(field, "must be given");
            }
        }
        if (!form.isFine()) {
            return paste(context, 422, form);
        }
        if (!"record".equals(form.get("step"))) {
            return mark(context, 200, form.with("saidOn", "").with("request", UUID.randomUUID()), null);
        }
        return record(context, form);
    }

    private Response record(RoutingContext context, Form form) {
        ObjectNode body = IntakeForm.body(form);
        if (!form.isFine()) {
            return mark(context, 422, form, null);
        }
        try {
            IntakeView recorded = intake.take(body, form.orNull("request"), false, context).getEntity();
            // The next passage of the same text is another request.
            form.with("request", UUID.randomUUID()).with("content", "").with("start", "").with("end", "")
                    .with("figure", "").with("wording", "").with("documentId", recorded.documentId());
            return mark(context, 200, form, recorded);
        } catch (ProblemException e) {
            form.refused(e.problem(), FIELDS);
            return mark(context, e.problem().status(), form, null);
        }
    }

    private Response paste(RoutingContext context, int status, Form form) {
        Locale locale = Language.of(context);
        String title = Words.texts(locale).addDocument();
        return Pages.form(context, status, Templates.paste(Frame.of(context, title, title), form), locale);
    }

    private Response mark(RoutingContext context, int status, Form form, IntakeView recorded) {
        Locale locale = Language.of(context);
        List<Part> parts = new ArrayList<>(Titles.parts());
        parts.add(new Part(COMMITMENTS, ServiceName.TALLIES, "/api/v1/commitments?limit=200"));
        Parts read = composer.fetch(parts, composer.deadline(), Gate.callerOf(context)).await().indefinitely();
        List<Data> all = read.get(COMMITMENTS) == null
                ? List.of()
                : Data.list(read.get(COMMITMENTS).get("items"));
        Frame frame = Frame.of(context, Words.texts(locale).markPassage(), form.get("title"))
                .without(read.missing());
        return Pages.form(context, status, Templates.mark(frame, form, all, Titles.of(Titles.parts(), read), recorded),
                locale);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("/document/url", "url");
        fields.put("/document/title", "title");
        fields.put("/document/outlet", "outlet");
        fields.put("/document/publishedAt", "publishedAt");
        fields.put("/document/language", "language");
        fields.put("/document/text", "text");
        fields.put("/speakers/0", "speaker");
        fields.put("/quotes/0", "content");
        fields.put("/quotes/0/about/agreements", "agreement");
        fields.put("/quotes/0/role", "role");
        fields.put("/quotes/0/kind", "quoteKind");
        fields.put("/quotes/0/channel", "channel");
        fields.put("/quotes/0/saidOn", "saidOn");
        fields.put("/releaseReports/0", "figure");
        fields.put("/releaseReports/0/eventOn", "eventOn");
        fields.put("/releaseReports/0/commitment", "commitment");
        fields.put("/releaseReports/0/quantity/wording", "wording");
        fields.put("/releaseReports/0/sourceKind", "sourceKind");
        fields.put("/releaseReports/0/stage", "stage");
        fields.put("/releaseReports/0/basis", "basis");
        return fields;
    }
}
