package org.parole.tally.agreement;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Slug;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which agreements are asked for. */
@RegisterForReflection
public class AgreementFilter {

    @Parameter(description = "Only agreements that this party (its slug) signed or is bound by.", example = "taliban")
    @QueryParam("party")
    @Slug
    public String party;

    @Parameter(description = "Words to search for in the title, the slug, the place and the note, in the syntax of a web search. Words are stemmed as English.", example = "Afghanistan peace")
    @QueryParam("q")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    public String q;

    @Parameter(description = "Record time: agreements as recorded at that time.")
    @QueryParam("asOf")
    public AsOf asOf;
}
