package org.parole.gateway.compose;

import org.parole.gateway.service.ServiceName;

/**
 * Something that a view asks a service for.
 *
 * @param name the field of the view that it becomes
 * @param service who has it
 * @param uri path and query
 * @param language in which its sentences are wanted, as a tag; null for the service's choice
 */
public record Part(String name, ServiceName service, String uri, String language) {

    /** Something without sentences, or with the service's own. */
    public Part(String name, ServiceName service, String uri) {
        this(name, service, uri, null);
    }
}
