package org.parole.tally.exchange;

import java.util.Arrays;
import java.util.List;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Slug;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.PartialDate;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which exchanges are asked for; what is given must all hold. */
@RegisterForReflection
public class ExchangeFilter {

    @Parameter(description = "Only exchanges with this party (its slug), also as a mediator.", example = "taliban")
    @QueryParam("party")
    @Slug
    public String party;

    @Parameter(description = "Only exchanges under this agreement (its slug).", example = "us-taliban-2020")
    @QueryParam("agreement")
    @Slug
    public String agreement;

    @Parameter(description = "Only exchanges that took place on this date or later. Exchanges without dates are omitted.", example = "2020-04-01")
    @QueryParam("from")
    public PartialDate from;

    @Parameter(description = "Only exchanges that had begun by this date. Exchanges without dates are omitted.", example = "2020-12-31")
    @QueryParam("on")
    public PartialDate on;

    @Parameter(description = "Words to search for in the title, the slug, the place and the note, in the syntax of a web search. Words are stemmed as English.", example = "Kandahar")
    @QueryParam("q")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    public String q;

    @Parameter(description = "Record time: exchanges as recorded at that time.")
    @QueryParam("asOf")
    public AsOf asOf;

    List<?> fingerprint() {
        return Arrays.asList(party, agreement, from, on, q, asOf);
    }
}
