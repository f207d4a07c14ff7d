package org.parole.tally.party;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which parties are asked for. */
@RegisterForReflection
public class PartyFilter {

    @Parameter(description = "Only parties of this kind.")
    @QueryParam("kind")
    public PartyKind kind;

    @Parameter(description = "Only parties with this name or alias, regardless of case, accents and punctuation.", example = "Taliban")
    @QueryParam("name")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    public String name;

    @Parameter(description = "Record time: parties as recorded at that time.")
    @QueryParam("asOf")
    public AsOf asOf;
}
