package org.parole.quote.document;

/**
 * Two documents were found to be one article, or not to be one after all: the quotes of the first move to the second.
 *
 * @param from   where they stand
 * @param to     where they will
 * @param isUndo whether they move back: those only that came from there
 * @param reason why, as the editor has given it
 */
public record DocumentMerged(Document from, Document to, boolean isUndo, String reason) {
}
