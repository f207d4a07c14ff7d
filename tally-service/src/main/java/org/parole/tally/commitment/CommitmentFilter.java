package org.parole.tally.commitment;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Slug;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which commitments are asked for. */
@RegisterForReflection
public class CommitmentFilter {

    @Parameter(description = "Only commitments of this agreement (its slug).", example = "us-taliban-2020")
    @QueryParam("agreement")
    @Slug
    public String agreement;

    @Parameter(description = "Only the directions of this exchange (its slug).", example = "afghanistan-november-2019")
    @QueryParam("exchange")
    @Slug
    public String exchange;

    @Parameter(description = "Only commitments by this party or towards it (its slug).", example = "taliban")
    @QueryParam("party")
    @Slug
    public String party;

    @Parameter(description = "Record time: commitments as recorded at that time.")
    @QueryParam("asOf")
    public AsOf asOf;
}
