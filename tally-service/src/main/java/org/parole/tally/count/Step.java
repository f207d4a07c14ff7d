package org.parole.tally.count;

import java.util.List;

/**
 * One step of the sum, so that anyone can redo it.
 *
 * @param step what is done
 * @param text how, as a message
 * @param reports the reports it rests on
 */
public record Step(String step, Sentence text, List<String> reports) {
}
