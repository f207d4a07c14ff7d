package org.parole.tally.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Slug;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where possible duplicates are looked for. */
@RegisterForReflection
public class DuplicateFilter {

    @Parameter(description = "Slug of the commitment.", example = "us-taliban-2020-taliban-prisoners", required = true)
    @QueryParam("commitment")
    @NotNull(message = "must be the slug of a commitment")
    @Slug
    public String commitment;

    @Parameter(description = "The language of sentences: English, German (de) or French (fr).", example = "de")
    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Size(max = 1000, message = "must have at most 1000 characters")
    public String acceptLanguage;

    Sentences sentences() {
        return Sentences.in(Language.preferred(acceptLanguage));
    }
}
