package org.parole.gateway.explorer.edit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;

import org.parole.gateway.explorer.Session;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/** A form as it came, with what was wrong at which field. */
@RegisterForReflection
public final class Form {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();
    private String problem;

    /** An empty form. */
    public Form() {
        // Nothing is filled in yet.
    }

    Form(MultivaluedMap<String, String> sent) {
        sent.forEach((name, all) -> values.put(name, all.get(0)));
    }

    /** A form that came from a page of this session. */
    static Form of(RoutingContext context, MultivaluedMap<String, String> sent) {
        OwnPage.require(context);
        Form form = new Form(sent);
        Session session = Session.of(context);
        String token = form.get("token");
        if (session == null || !MessageDigest.isEqual(session.token().getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8))) {
            throw ProblemException.forbidden("The form did not come from a page of this session: open it again.");
        }
        return form;
    }

    /** What a field says; empty for nothing. */
    public String get(String field) {
        return values.getOrDefault(field, "");
    }

    /** What a field says; null for nothing. */
    String orNull(String field) {
        String value = get(field).strip();
        return value.isEmpty() ? null : value;
    }

    /** A whole number; null for nothing and for what is none, which is then told at the field. */
    Long number(String field) {
        String value = orNull(field);
        try {
            return value == null ? null : Long.valueOf(value.replace(",", "").replace(" ", ""));
        } catch (NumberFormatException e) {
            error(field, "must be a whole number");
            return null;
        }
    }

    /** Fills a field in. */
    Form with(String field, Object value) {
        values.put(field, value == null ? "" : value.toString());
        return this;
    }

    /** Tells at a field what is wrong. */
    void error(String field, String what) {
        errors.merge(field, what, (a, b) -> a + "; " + b);
    }

    /** Tells what is wrong with the whole. */
    Form broken(String what) {
        problem = what;
        return this;
    }

    /** Tells what the API told, at the fields that it is about. */
    void refused(Problem refusal, Map<String, String> fields) {
        problem = refusal.detail();
        List<FieldError> all = refusal.errors() == null ? List.of() : refusal.errors();
        for (FieldError error : all) {
            String field = fields.entrySet().stream().filter(entry -> error.pointer().startsWith(entry.getKey()))
                    .max(java.util.Comparator.comparingInt(entry -> entry.getKey().length())).map(Map.Entry::getValue)
                    .orElse(null);
            if (field != null) {
                error(field, error.detail());
            }
        }
    }

    /** What is wrong with a field; null for nothing. */
    public String wrong(String field) {
        return errors.get(field);
    }

    /** What is wrong with the whole; null for nothing. */
    public String problem() {
        return problem;
    }

    /** Whether nothing is wrong. */
    boolean isFine() {
        return errors.isEmpty() && problem == null;
    }
}
