package org.parole.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service said, when it could be understood.
 *
 * @param status 2xx to 4xx; everything else is a {@link ServiceFailure}
 * @param body the JSON; a missing node where there was none
 * @param location where it is instead; null unless the status is a redirect
 * @param etag the tag of this state of it; null where the service gave none
 */
public record ServiceAnswer(int status, JsonNode body, String location, String etag) {

    /** An answer without a tag. */
    public ServiceAnswer(int status, JsonNode body, String location) {
        this(status, body, location, null);
    }

    /** Whether it is what was asked for. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
