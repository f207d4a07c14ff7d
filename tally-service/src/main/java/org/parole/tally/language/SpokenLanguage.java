package org.parole.tally.language;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import org.parole.kit.http.ConditionalReads;

/**
 * Says in which language an answer with sentences is, and that it depends on the reader's choice. It runs before {@link ConditionalReads}, which
 * writes one Vary header.
 */
@Provider
@Priority(Priorities.USER + 100)
public class SpokenLanguage implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (path.contains("/tallies") || path.endsWith("/possible-duplicates")) {
            Language language = Language.preferred(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
