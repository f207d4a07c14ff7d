package org.parole.quote.occurrence;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether two wordings are the same words. The thresholds were set on the 113,075 pairs that 3,015 quotations of Quotebank
 * make, each pair of one speaker: of the 31 that reach them all are the same words, with some left out, put in or transcribed
 * in another way; of the others, different sentences reach 0.29 of the shingles and 0.61 of the trigrams (SimilarityTest has
 * the nearest of both kinds).
 */
public final class Similarity {

    /** The share of common runs of three words from which two wordings are the same. */
    static final double SHINGLES = 0.4;
    /** The share of common runs of three letters from which they are the same, when some run of words is common too. */
    static final double TRIGRAMS = 0.7;
    /** Shorter wordings must be equal: 'No comment' is not an occurrence of 'No comment today'. */
    static final int FEWEST_WORDS = 5;

    private Similarity() {
    }

    /** From 0 to 1; 1 for equal wordings, 0 where they are not the same words. */
    public static double of(Wording first, Wording second) {
        if (first.hash() == second.hash()) {
            return 1;
        }
        if (Math.min(first.wordCount(), second.wordCount()) < FEWEST_WORDS) {
            return 0;
        }
        double shingles = jaccard(first.shingles(), second.shingles());
        double trigrams = jaccard(first.trigrams(), second.trigrams());
        return shingles >= SHINGLES || shingles > 0 && trigrams >= TRIGRAMS ? Math.max(shingles, trigrams) : 0;
    }

    static double jaccard(Set<String> first, Set<String> second) {
        HashSet<String> common = new HashSet<>(first);
        common.retainAll(second);
        return (double) common.size() / (first.size() + second.size() - common.size());
    }
}
