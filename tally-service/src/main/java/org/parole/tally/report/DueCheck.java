package org.parole.tally.report;

import java.util.UUID;

import org.parole.tally.count.QuantityComparator;

/** A report, the evidence to ask for, and the figure that has to stand in it. */
record DueCheck(UUID report, Evidence evidence, QuantityComparator comparator, Integer min, Integer max,
        String wording) {

    EvidenceCheck figureIn(String words, String language) {
        return FigureCheck.check(comparator, min, max, wording, words, language);
    }
}
