package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.tally.count.Policy;

/** The released figures over time, in arrays of equal length as charts take them; null is a gap. */
@Schema(name = "Series", description = "The released figures over time, in arrays of equal length; null is a gap, for the reason at the same place.")
public record SeriesView(String commitment, Policy policy, Step step, List<LocalDate> on, List<Long> low,
        List<Long> best, List<Long> high, List<String> reasons, List<TallyView.ConflictView> conflicts) {

    /** At which dates there is an answer. */
    @Schema(name = "SeriesStep")
    public enum Step {
        CHANGE, DAY, WEEK, MONTH
    }
}
