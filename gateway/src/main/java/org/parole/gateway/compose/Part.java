package org.parole.gateway.compose;

import org.parole.gateway.service.ServiceName;

/**
 * Something that a view asks a service for.
 *
 * @param name the field of the view that it becomes
 * @param service who has it
 * @param uri path and query
 */
public record Part(String name, ServiceName service, String uri) {
}
