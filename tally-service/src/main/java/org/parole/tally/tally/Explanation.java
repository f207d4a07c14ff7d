package org.parole.tally.tally;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The steps of a tally, so that anyone can redo the sum. */
@Schema(name = "TallyExplanation", description = "The steps of a tally, so that anyone can redo the sum.")
public record Explanation(String commitment, List<StepView> steps) {

    /** One step and the reports it rests on. */
    @Schema(name = "ExplanationStep", description = "One step of the sum and the reports that it rests on.")
    public record StepView(String step, String text, List<String> reports) {
    }
}
