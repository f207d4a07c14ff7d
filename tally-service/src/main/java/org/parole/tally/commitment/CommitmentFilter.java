package org.parole.tally.commitment;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Formats;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which commitments are asked for. */
@RegisterForReflection
public class CommitmentFilter {

    @Parameter(description = "Only commitments of this agreement (its slug).", example = "us-taliban-2020")
    @QueryParam("agreement")
    @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE)
    @Size(max = 100, message = "must have at most 100 characters")
    public String agreement;

    @Parameter(description = "Only the directions of this exchange (its slug).", example = "afghanistan-november-2019")
    @QueryParam("exchange")
    @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE)
    @Size(max = 100, message = "must have at most 100 characters")
    public String exchange;

    @Parameter(description = "Only commitments by this party or towards it (its slug).", example = "taliban")
    @QueryParam("party")
    @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE)
    @Size(max = 100, message = "must have at most 100 characters")
    public String party;

    @Parameter(description = "Record time: commitments as recorded at that time.")
    @QueryParam("asOf")
    public AsOf asOf;
}
