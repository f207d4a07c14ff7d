package org.parole.tally.report;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The quote-service's documents, as far as evidence is concerned. */
@RegisterRestClient(configKey = "quotes")
@Path("/api/v1/documents")
public interface DocumentClient {

    /** The document at an address: one or none. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ClientHeaderParam(name = "Accept", value = MediaType.APPLICATION_JSON)
    Documents at(@QueryParam("url") String url);

    /** Whether words stand in a document's text. */
    @GET
    @Path("{id}/passage")
    @Produces(MediaType.APPLICATION_JSON)
    @ClientHeaderParam(name = "Accept", value = MediaType.APPLICATION_JSON)
    Passage passage(@RestPath UUID id, @QueryParam("words") String words);

    /** A page of documents. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Documents(List<Document> items) {
    }

    /** What a report needs to know of a document. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Document(UUID id, String language) {
    }

    /** How words were found. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Passage(String status, String language) {
    }
}
