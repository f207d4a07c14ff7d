package org.parole.tally.tally;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The steps of a tally, so that anyone can redo the sum. */
@Schema(name = "Explanation")
public record Explanation(String commitment, List<StepView> steps) {

    /** One step and the reports it rests on. */
    @Schema(name = "Step")
    public record StepView(String step, String text, List<String> reports) {
    }
}
