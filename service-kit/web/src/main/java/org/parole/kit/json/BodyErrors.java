package org.parole.kit.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Answers a JSON body that cannot be bound with all that is wrong with it, not only with what was met first; a form that cannot be read, too. */
@Provider
public class BodyErrors implements ReaderInterceptor {

    private final CollectedErrors collected;

    BodyErrors(CollectedErrors collected) {
        this.collected = collected;
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
            throw collected.problem(body, context.getGenericType(), e);
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JsonMappingException first) {
                throw collected.problem(body, context.getGenericType(), first);
            }
            throw e;
        }
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
