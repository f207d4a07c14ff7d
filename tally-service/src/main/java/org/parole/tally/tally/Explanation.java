package org.parole.tally.tally;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.tally.count.Step;

/** The steps of a tally, so that anyone can redo the sum. */
@Schema(name = "TallyExplanation", description = "The steps of a tally, so that anyone can redo the sum.")
public record Explanation(String commitment,
        @Schema(description = "Of more than 100 reports at most 20, of the single releases the last ones; all with include=STEPS") List<StepView> steps,
        @Schema(description = "The number of all steps") int stepCount) {

    /** One step and the reports it rests on. */
    @Schema(name = "ExplanationStep", description = "One step of the sum and the reports that it rests on.")
    public record StepView(String step, String text,
            @Schema(description = "The ids of the reports behind it: of more than 100 reports in the answer the 5 recorded last, all with include=REPORTS") List<String> reports,
            @Schema(description = "The number of all reports behind it") int reportCount) {
    }

    static Explanation of(String commitment, List<Step> steps, Presentation shown) {
        return new Explanation(commitment, chosen(steps, shown).stream().map(step -> new StepView(step.step(),
                shown.text(step.text()), shown.reports(step.reports()), step.reports().size())).toList(),
                steps.size());
    }

    /** Single releases are left out first, then lines of claims; what the sum comes to is always told. */
    private static List<Step> chosen(List<Step> steps, Presentation shown) {
        List<Step> chosen = new ArrayList<>(steps);
        for (String kind : shown.includes(Include.STEPS) ? List.<String>of() : List.of("release", "claimant")) {
            for (int i = 0; chosen.size() > Presentation.STEPS && i < chosen.size();) {
                if (chosen.get(i).step().equals(kind)) {
                    chosen.remove(i);
                } else {
                    i++;
                }
            }
        }
        return chosen;
    }
}
