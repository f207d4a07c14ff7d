package org.parole.tally.count;

/**
 * How a figure reached the public.
 *
 * @param outlet who printed it, or null
 * @param root where the reporting chain begins: the claimant's own channel, a wire, or the outlet itself, or null
 * @param ownWords whether the figure stands in the claimant's own words, checked against the text
 */
public record Source(String outlet, String root, boolean ownWords) {
}
