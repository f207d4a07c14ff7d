package org.parole.tally.tally;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Slug;
import org.parole.kit.time.ThreeTimes;
import org.parole.tally.count.Policy;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which tallies are exported, and how they are counted. */
@RegisterForReflection
public class TallyExportFilter extends ThreeTimes {

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

    @Parameter(description = "The rule that chooses the best figure: the median of independent totals, the newest, the one that both sides support, or the verified one.")
    @QueryParam("policy")
    @DefaultValue("CONSENSUS")
    public Policy policy;

    /** The same as a question about tallies; its sentences are in English, so that the same export is the same file. */
    TallyFilter question() {
        var question = new TallyFilter();
        question.agreement = agreement;
        question.exchange = exchange;
        question.party = party;
        question.policy = policy;
        question.carry = TallyQuestion.CARRY;
        question.on = on;
        question.publishedBy = publishedBy;
        question.asOf = asOf;
        return question;
    }
}
