package org.parole.quote.quote;

import java.lang.reflect.Method;
import java.util.Arrays;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses formats that a method does not offer. Where one path has methods for several formats, the framework would
 * answer with any of them.
 */
@Provider
public class AcceptableFormats implements ContainerRequestFilter {

    private final ResourceInfo resource;

    AcceptableFormats(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        Produces produces = method == null ? null : method.getAnnotation(Produces.class);
        if (produces != null && request.getAcceptableMediaTypes().stream().noneMatch(accepted -> Arrays
                .stream(produces.value()).map(MediaType::valueOf).anyMatch(accepted::isCompatible))) {
            throw new NotAcceptableException();
        }
    }
}
