package org.parole.tally.report;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /** Words in square brackets; letters in them, as in '[T]wenty', belong to the word beside. */
    Pattern INSERTION = Pattern.compile("(?<!\\p{L})\\[[^\\[\\]]{2,200}\\](?!\\p{L})");

    /** What a report needs to know of a quote. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Quote(QuoteKind kind, String content, String language, Original original, List<Place> anchors,
            Verification verification, Document document, Speaker speaker) {

        /** The kind of its words as the claimant's own: of an unknown speaker nobody can say that they are. */
        QuoteKind ownKind() {
            return speaker == null ? QuoteKind.INDIRECT : kind;
        }

        /** The words in which a figure has to stand: those of the passage, where it was found, else the quote's own. */
        String words() {
            String passage = anchors == null
                    ? ""
                    : anchors.stream().map(Place::exact).filter(exact -> exact != null)
                            .collect(Collectors.joining(" \u2026 "));
            // What an editor has put in was not said.
            return INSERTION.matcher(passage.isEmpty() ? content : passage).replaceAll(" ");
        }

        /** The language of these: a translation's passage is in its original's. */
        String wordsLanguage() {
            return original == null ? language : original.language;
        }
    }

    /** The wording before a translation. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Original(String language) {
    }

    /** Where words stand in the document's text. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Place(String exact) {
    }

    /** The document that a quote stands in. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Document(UUID id) {
    }

    /** Who said a quote; absent where that is unknown. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Speaker(UUID id) {
    }

    /** How a quote was found in the text, and whether its words are those of the passage. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Verification(String status, List<Omission> omitted) {

        /** Whether words were left out that change what is said. */
        boolean changesMeaning() {
            return omitted != null && omitted.stream().anyMatch(Omission::changesMeaning);
        }
    }

    /** What a quote leaves out of its passage. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Omission(boolean changesMeaning) {
    }
}
