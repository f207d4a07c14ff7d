package org.parole.tally.tally;

import java.util.List;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.ThreeTimes;
import org.parole.tally.count.Policy;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What every tally can be asked. {@code on} is today where it is left out, or the day of {@code asOf}. */
@RegisterForReflection
public class TallyQuestion extends ThreeTimes {

    @Parameter(description = "The rule that chooses the best figure: the median of independent totals, the newest, what both sides support, or what was verified.")
    @QueryParam("policy")
    @DefaultValue("CONSENSUS")
    public Policy policy;

    @Parameter(description = "Other lists to add to the commitment's own, by their labels.", example = "eid-decree")
    @QueryParam("scope")
    @Size(max = 20, message = "must be given at most 20 times")
    public List<String> scopes;

    @Parameter(description = "Only reports that name this place.", example = "Bagram")
    @QueryParam("place")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    public String place;

    @Parameter(description = "Only reports that name this category.", example = "sick or over 50")
    @QueryParam("categoryDetail")
    @Size(min = 1, max = 300, message = "must have 1 to 300 characters")
    public String categoryDetail;

    @Parameter(description = "Adds what was released from this date on, as period: the difference to the day before, and no less than the batches of the period prove.", example = "2020-05-01")
    @QueryParam("from")
    public PartialDate from;
}
