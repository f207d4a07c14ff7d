package org.parole.kit.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Answers a JSON body that cannot be bound with all that is wrong with it, not only with what was met first; a form that cannot be read, too.
 * For requests only: what a REST client cannot read is no error of the request.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyErrors implements ReaderInterceptor {

    private final CollectedErrors collected;
    private final UnboundErrors unbound;

    BodyErrors(CollectedErrors collected, UnboundErrors unbound) {
        this.collected = collected;
        this.unbound = unbound;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(context.getMediaType())) {
            return form(context);
        }
        if (context.getMediaType() == null || !context.getMediaType().getSubtype().endsWith("json")
                || context.getType() == JsonNode.class) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readAllBytes();
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (JsonMappingException e) {
            return partOf(body, context, e);
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JsonMappingException first) {
                return partOf(body, context, first);
            }
            throw e;
        }
    }

    private Object partOf(byte[] body, ReaderInterceptorContext context, JsonMappingException first) {
        if (context.getType().isAnnotationPresent(CheckedLater.class)) {
            CollectedErrors.Bound<Object> bound = collected.bind(body, context.getGenericType());
            if (bound != null) {
                unbound.add(bound.errors());
                return bound.value();
            }
        }
        throw collected.problem(body, context.getGenericType(), first);
    }

    /** The framework's reader does not say that a form is the client's fault. */
    private static Object form(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (IllegalArgumentException e) {
            throw ProblemException
                    .malformed("The form cannot be read: a % must be followed by two hexadecimal digits.");
        }
    }
}
