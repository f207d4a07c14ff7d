package org.parole.gateway.explorer.edit;

import java.net.URI;
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
import org.parole.gateway.explorer.text.EditTexts;
import org.parole.gateway.service.ServiceAnswer;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.problem.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Recording a figure that a quote on record states: the release report rests on the quote. */
@Path("/edit/quotes/{id}/report")
@Blocking
@RegisterForReflection
public class QuoteReportFormResource {

    private static final String QUOTE = "quote";
    private static final String COMMITMENTS = "commitments";
    private static final String REQUEST = "request";
    /** Which field of the form each member of the report comes from, by the beginnings of pointers. */
    private static final Map<String, String> FIELDS = fields();

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance figureform(Frame page, Form form, List<Data> commitments, Titles titles,
                Data quote);
    }

    private final ServiceClient client;
    private final Composer composer;
    private final ObjectMapper mapper;

    QuoteReportFormResource(ServiceClient client, Composer composer, ObjectMapper mapper) {
        this.client = client;
        this.composer = composer;
        this.mapper = mapper;
    }

    /** The form, with the day on which the words were said. */
    @GET
    @Produces(Pages.HTML)
    public Response form(@RestPath UUID id, @QueryParam("lang") String lang, @Context RoutingContext context) {
        Parts read = read(id, context);
        Data quote = quote(id, read);
        Data speaker = quote.data("speaker");
        return page(context, 200,
                new Form().with("eventOn", quote.text("saidOn"))
                        .with("claimant", speaker == null ? null : speaker.text("name"))
                        .with(REQUEST, UUID.randomUUID()),
                quote, read);
    }

    /** Records the figure, once however often the form is sent. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    public Response record(@RestPath UUID id, MultivaluedMap<String, String> sent, @QueryParam("lang") String lang,
            @Context RoutingContext context) {
        Form form = Form.of(context, sent);
        Parts read = read(id, context);
        Data quote = quote(id, read);
        ObjectNode report = IntakeForm.report(form, quote);
        if (!form.isFine()) {
            return page(context, 422, form, quote, read);
        }
        Map<String, String> headers = form.orNull(REQUEST) == null
                ? Map.of()
                : Map.of("Idempotency-Key", form.orNull(REQUEST));
        ServiceAnswer answer;
        try {
            answer = client.change(HttpMethod.POST, ServiceName.TALLIES, "/api/v1/release-reports", report, headers,
                    composer.deadline(), Gate.callerOf(context)).await().indefinitely();
        } catch (ServiceFailure e) {
            throw e.asProblemOfWrite();
        }
        if (answer.isSuccess()) {
            return Response.seeOther(URI.create("/release-reports/" + Data.of(answer.body()).text("id"))).build();
        }
        form.refused(problem(answer), FIELDS);
        return page(context, answer.status(), form, quote, read);
    }

    private Parts read(UUID id, RoutingContext context) {
        List<Part> parts = new ArrayList<>(Titles.parts());
        parts.add(new Part(QUOTE, ServiceName.QUOTES, "/api/v1/quotes/" + id));
        parts.add(new Part(COMMITMENTS, ServiceName.TALLIES, "/api/v1/commitments?limit=200"));
        return composer.fetch(parts, composer.deadline(), Gate.callerOf(context)).await().indefinitely();
    }

    private static Data quote(UUID id, Parts read) {
        return Data.of(read.required(QUOTE, QUOTE, id, other -> "/edit/quotes/" + other + "/report"));
    }

    private Problem problem(ServiceAnswer answer) {
        try {
            return mapper.treeToValue(answer.body(), Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Services answer problems", e);
        }
    }

    private static Response page(RoutingContext context, int status, Form form, Data quote, Parts read) {
        Locale locale = Language.of(context);
        String title = Words.texts(EditTexts.class, locale).addFigure();
        List<Data> commitments = read.get(COMMITMENTS) == null
                ? List.of()
                : Data.list(read.get(COMMITMENTS).get("items"));
        return Pages.form(context, status, Templates.figureform(
                Frame.of(context, title, title).without(read.missing()), form, commitments,
                Titles.of(Titles.parts(), read), quote), locale);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("/quantity", "figure");
        fields.put("/quantity/wording", "wording");
        for (String same : List.of("commitment", "sourceKind", "stage", "basis", "eventOn", "claimant", "outlet",
                "publishedAt", "evidence")) {
            fields.put('/' + same, same);
        }
        return fields;
    }
}
