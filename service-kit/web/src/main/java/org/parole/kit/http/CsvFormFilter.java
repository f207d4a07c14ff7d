package org.parole.kit.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import org.parole.kit.format.CsvForm;
import org.parole.kit.format.MediaTypes;

/** Refuses a request for CSV whose media type has an unknown value of a parameter, before anything is read for it (406). */
@Provider
public class CsvFormFilter implements ContainerRequestFilter {

    private final ResourceInfo resource;

    CsvFormFilter(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        Produces produces = method == null ? null : method.getAnnotation(Produces.class);
        List<MediaType> accepted = request.getAcceptableMediaTypes();
        if (produces != null && !accepted.isEmpty() && Arrays.asList(produces.value()).contains(MediaTypes.CSV)) {
            CsvForm.requireKnown(accepted.get(0));
        }
    }
}
