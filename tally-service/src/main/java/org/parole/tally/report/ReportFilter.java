package org.parole.tally.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Slug;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.ThreeTimes;
import org.parole.tally.count.Basis;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which release reports are asked for; what is given must all hold. */
@RegisterForReflection
public class ReportFilter extends ThreeTimes {

    @Parameter(description = "Only reports about this commitment (its slug).", example = "us-taliban-2020-taliban-prisoners")
    @QueryParam("commitment")
    @Slug
    public String commitment;

    @Parameter(description = "Only reports about commitments of this agreement (its slug).", example = "us-taliban-2020")
    @QueryParam("agreement")
    @Slug
    public String agreement;

    @Parameter(description = "Only reports about this exchange (its slug): its directions, and both together.", example = "afghanistan-november-2019")
    @QueryParam("exchange")
    @Slug
    public String exchange;

    @Parameter(description = "true: only reports that count the directions of an exchange together. false: only others.")
    @QueryParam("joint")
    public Boolean joint;

    @Parameter(description = "Only reports of this claimant, regardless of case, accents and punctuation.", example = "Javid Faisal")
    @QueryParam("claimant")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    public String claimant;

    @Parameter(description = "Only reports of claimants on this side.")
    @QueryParam("sourceKind")
    public SourceKind sourceKind;

    @Parameter(description = "Only reports of this stage.")
    @QueryParam("stage")
    public Stage stage;

    @Parameter(description = "Only reports with this basis.")
    @QueryParam("basis")
    public Basis basis;

    @Parameter(description = "Only batches of this release (the editor's name). Requires commitment.", example = "may-2020-first")
    @QueryParam("release")
    @Slug
    public String release;

    @Parameter(description = "Only reports about commitments by this party or towards it (its slug), about its exchanges, and about its other releases.", example = "taliban")
    @QueryParam("party")
    @Slug
    public String party;

    @Parameter(description = "Only what happened on this date or later.", example = "2020-04-01")
    @QueryParam("from")
    public PartialDate from;

    @Parameter(description = "Words to search for in the claimant, the outlet, the place, the category, the quotation and the note, in the syntax of a web search. Words are stemmed as English.", example = "Bagram prisoners")
    @QueryParam("q")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    public String q;

    @Parameter(description = "oldest or newest by event date, or recorded: what was recorded last first.", example = "newest")
    @QueryParam("order")
    public ReportOrder order;

    /** The order that is asked for; the oldest first unless told. */
    ReportOrder orderOrDefault() {
        return order == null ? ReportOrder.OLDEST : order;
    }

    List<?> fingerprint() {
        List<Object> all = new ArrayList<>(Arrays.asList(commitment, agreement, exchange, joint, claimant, sourceKind,
                stage, basis, release, party, from, q, on, publishedBy, asOf));
        if (orderOrDefault() != ReportOrder.OLDEST) {
            // Cursors from before there was a choice stay good.
            all.add(order);
        }
        return all;
    }
}
