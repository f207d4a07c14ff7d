package org.parole.tally.count;

/** The figures of one stage. */
public record StageFigures(Stage stage, Figures figures) {
}
