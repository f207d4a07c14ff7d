package org.parole.gateway.explorer.edit;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

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
import org.parole.gateway.compose.Query;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Frame;
import org.parole.gateway.explorer.Language;
import org.parole.gateway.explorer.Pages;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.service.ServiceAnswer;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Correcting and retracting a quote or a release report, always with a reason. */
@Path("/edit/{records}/{id}")
@Blocking
@RegisterForReflection
public class RecordFormResource {

    private static final Map<String, ServiceName> RECORDS = Map.of("quotes", ServiceName.QUOTES, "release-reports",
            ServiceName.TALLIES);
    private static final Map<String, String> FIELDS = Map.of("/content", "content", "/role", "role", "/saidOn",
            "saidOn", "/quantity", "figure", "/quantity/wording", "wording", "/eventOn", "eventOn", "/note", "note",
            "reason", "reason", "/reason", "reason", "revisionType", "revisionType");

    @CheckedTemplate(basePath = "explorer")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance correct(Frame page, Form form, Data record, String address);
    }

    /** A strong tag as the services make them, and nothing that could be another header. */
    private static final Pattern ETAG = Pattern.compile("\"[\\x21\\x23-\\x7e]{1,200}\"");

    private final ServiceClient client;
    private final Composer composer;
    private final ObjectMapper mapper;

    RecordFormResource(ServiceClient client, Composer composer, ObjectMapper mapper) {
        this.client = client;
        this.composer = composer;
        this.mapper = mapper;
    }

    /** The form with what the record says now. */
    @GET
    @Produces(Pages.HTML)
    public Response form(@RestPath String records, @RestPath UUID id, @QueryParam("lang") String lang,
            @Context RoutingContext context) {
        ServiceAnswer now = read(records, id, context);
        Data record = Data.of(now.body());
        Form form = new Form().with("etag", now.etag()).with("content", record.text("content"))
                .with("role", record.text("role")).with("saidOn", record.text("saidOn"))
                .with("eventOn", record.text("eventOn")).with("note", record.text("note"));
        Data quantity = record.data("quantity");
        if (quantity != null) {
            form.with("figure", quantity.number("min") == null ? quantity.number("max") : quantity.number("min"))
                    .with("comparator", quantity.text("comparator")).with("wording", quantity.text("wording"));
        }
        return page(context, 200, form, record, records, id);
    }

    /** Corrects. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    public Response correct(@RestPath String records, @RestPath UUID id, MultivaluedMap<String, String> sent,
            @QueryParam("lang") String lang, @Context RoutingContext context) {
        Form form = Form.of(context, sent);
        ServiceAnswer now = read(records, id, context);
        ObjectNode patch = patch(records, form, Data.of(now.body()));
        if (form.orNull("reason") == null) {
            form.error("reason", "must say why");
        }
        if (patch.isEmpty() && form.isFine()) {
            form.error("reason", "nothing was changed");
        }
        requireTag(form);
        if (!form.isFine()) {
            return page(context, 422, form, Data.of(now.body()), records, id);
        }
        String uri = Query.of(address(records, id)).with("reason", form.orNull("reason"))
                .with("revisionType", form.orNull("revisionType")).toString();
        return answer(context, form, now, records, id,
                client.change(HttpMethod.PATCH, RECORDS.get(records), uri, patch,
                        Map.of("If-Match", form.get("etag"), "Content-Type", "application/merge-patch+json"),
                        composer.deadline(), Gate.callerOf(context)));
    }

    /** Retracts. */
    @POST
    @Path("retract")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    public Response retract(@RestPath String records, @RestPath UUID id, MultivaluedMap<String, String> sent,
            @QueryParam("lang") String lang, @Context RoutingContext context) {
        Form form = Form.of(context, sent);
        ServiceAnswer now = read(records, id, context);
        if (form.orNull("reason") == null) {
            form.error("retractReason", "must say why");
        }
        requireTag(form);
        if (!form.isFine()) {
            return page(context, 422, form, Data.of(now.body()), records, id);
        }
        String uri = Query.of(address(records, id)).with("reason", form.orNull("reason")).toString();
        return answer(context, form, now, records, id,
                client.change(HttpMethod.DELETE, RECORDS.get(records), uri, null,
                        Map.of("If-Match", form.get("etag")), composer.deadline(), Gate.callerOf(context)));
    }

    /** Without the tag nobody knows what the editor saw. */
    private static void requireTag(Form form) {
        if (!ETAG.matcher(form.get("etag")).matches()) {
            form.broken("The form does not say which revision it was made from: open it again.");
        }
    }

    private Response answer(RoutingContext context, Form form, ServiceAnswer now, String records, UUID id,
            Uni<ServiceAnswer> change) {
        ServiceAnswer answer;
        try {
            answer = change.await().indefinitely();
        } catch (ServiceFailure e) {
            throw e.asProblemOfWrite();
        }
        if (answer.isSuccess()) {
            return Response.seeOther(URI.create("/" + records + "/" + id)).build();
        }
        form.refused(problem(answer), FIELDS);
        return page(context, answer.status(), form, Data.of(now.body()), records, id);
    }

    private Problem problem(ServiceAnswer answer) {
        try {
            return mapper.treeToValue(answer.body(), Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Services answer problems", e);
        }
    }

    private ServiceAnswer read(String records, UUID id, RoutingContext context) {
        if (!RECORDS.containsKey(records)) {
            throw ProblemException.notFound("form for", records);
        }
        ServiceAnswer answer;
        try {
            answer = client.get(RECORDS.get(records), address(records, id), composer.deadline(),
                    Gate.callerOf(context)).await().indefinitely();
        } catch (ServiceFailure e) {
            throw e.asProblem();
        }
        if (!answer.isSuccess()) {
            throw new ProblemException(problem(answer));
        }
        return answer;
    }

    private static String address(String records, UUID id) {
        return "/api/v1/" + records + "/" + id;
    }

    /** What was changed, and nothing else. */
    private static ObjectNode patch(String records, Form form, Data record) {
        ObjectNode patch = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        List<String> texts = records.equals("quotes")
                ? List.of("content", "role", "saidOn")
                : List.of("eventOn", "note");
        for (String field : texts) {
            String value = form.orNull(field) == null ? null : form.orNull(field).replace("\r\n", "\n");
            if (!java.util.Objects.equals(value, record.text(field))) {
                patch.put(field, value);
            }
        }
        Data quantity = record.data("quantity");
        if (quantity != null && form.orNull("figure") != null) {
            Long figure = form.number("figure");
            String comparator = form.orNull("comparator");
            Long known = quantity.number("min") == null ? quantity.number("max") : quantity.number("min");
            boolean same = java.util.Objects.equals(figure, known)
                    && java.util.Objects.equals(comparator, quantity.text("comparator"))
                    && java.util.Objects.equals(form.orNull("wording"), quantity.text("wording"));
            if (figure != null && !same) {
                ObjectNode changed = patch.putObject("quantity").put("comparator", comparator);
                changed.put("min", "UP_TO".equals(comparator) ? null : figure);
                changed.put("max", "AT_LEAST".equals(comparator) || "OVER".equals(comparator) ? null : figure);
                changed.put("wording", form.orNull("wording"));
            }
        }
        return patch;
    }

    private static Response page(RoutingContext context, int status, Form form, Data record, String records,
            UUID id) {
        Locale locale = Language.of(context);
        String title = Words.texts(locale).correct();
        return Pages.form(context, status, Templates.correct(Frame.of(context, title, title), form, record,
                "/edit/" + records + "/" + id), locale);
    }
}
