package org.parole.tally.tally;

import java.util.Arrays;
import java.util.List;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Slug;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Of which commitments tallies are asked for; at least one of commitment, agreement, exchange and party. */
@RegisterForReflection
public class TallyFilter extends TallyQuestion {

    @Parameter(description = "Only this commitment (its slug).", example = "us-taliban-2020-taliban-prisoners")
    @QueryParam("commitment")
    @Slug
    public String commitment;

    @Parameter(description = "Only the commitments of this agreement (its slug).", example = "us-taliban-2020")
    @QueryParam("agreement")
    @Slug
    public String agreement;

    @Parameter(description = "Only the directions of this exchange (its slug).", example = "afghanistan-november-2019")
    @QueryParam("exchange")
    @Slug
    public String exchange;

    @Parameter(description = "Only commitments by this party or towards it (its slug), across agreements.", example = "taliban")
    @QueryParam("party")
    @Slug
    public String party;

    @Parameter(description = "Only commitments about this category.", example = "Taliban prisoners")
    @QueryParam("category")
    @Size(min = 1, max = 300, message = "must have 1 to 300 characters")
    public String category;

    List<?> fingerprint() {
        return Arrays.asList(commitment, agreement, exchange, party, category, on, publishedBy, asOf, policy, scopes,
                place,
                categoryDetail, from, carry);
    }
}
