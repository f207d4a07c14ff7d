package org.parole.tally.count;

/**
 * What was released in another list.
 *
 * @param scope the list
 * @param included whether it is added to the answer
 * @param released its own figures
 */
public record ScopeFigures(String scope, boolean included, Figures released) {
}
