package org.parole.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service said, when it could be understood.
 *
 * @param status 2xx to 4xx; everything else is a {@link ServiceFailure}
 * @param body the JSON; a missing node where there was none
 */
public record ServiceAnswer(int status, JsonNode body) {

    /** Whether it is what was asked for. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
