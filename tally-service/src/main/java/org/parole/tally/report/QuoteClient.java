package org.parole.tally.report;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The quote-service's public API, as far as evidence is concerned. */
@RegisterRestClient(configKey = "quotes")
@Path("/api/v1/quotes")
public interface QuoteClient {

    /** The quote; 404 where there is none, 410 where it was retracted. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @ClientHeaderParam(name = "Accept", value = MediaType.APPLICATION_JSON)
    RestResponse<Quote> get(@RestPath UUID id);

    /** What a report needs to know of a quote. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Quote(QuoteKind kind, Verification verification) {

        /** Whether it stands in the text of its document, once. */
        boolean verified() {
            return verification != null
                    && ("EXACT".equals(verification.status) || "NORMALISED".equals(verification.status));
        }
    }

    /** How a quote was found in the text. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Verification(String status) {
    }
}
