package org.parole.tally.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Formats;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where possible duplicates are looked for. */
@RegisterForReflection
public class DuplicateFilter {

    @Parameter(description = "Slug of the commitment.", example = "us-taliban-2020-taliban-prisoners", required = true)
    @QueryParam("commitment")
    @NotNull(message = "must be the slug of a commitment")
    @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE)
    @Size(max = 100, message = "must have at most 100 characters")
    public String commitment;
}
