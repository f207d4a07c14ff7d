package org.parole.quote.anchor;

import java.util.List;

/**
 * How the words of a quote relate to its passage.
 *
 * @param status     the relation
 * @param omitted    what was left out of the passage, in its order
 * @param difference where the words part from the passage, or null
 * @param detail     in words, or null where there is nothing to say
 */
public record WordsCheck(WordsStatus status, List<Omission> omitted, Difference difference, String detail) {

    /** Copies the omissions. */
    public WordsCheck {
        omitted = List.copyOf(omitted);
    }

    static WordsCheck of(WordsStatus status, String detail) {
        return new WordsCheck(status, List.of(), null, detail);
    }

    /** Whether something is left out that holds a negation, a number or a condition. */
    public boolean changesMeaning() {
        return omitted.stream().anyMatch(Omission::changesMeaning);
    }
}
