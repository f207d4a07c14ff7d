package org.parole.quote.quote;

import java.util.List;

import org.parole.quote.anchor.Difference;
import org.parole.quote.anchor.Omission;
import org.parole.quote.anchor.WordsCheck;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the comparison of a quote's words with its passage has found, as it is kept. */
@RegisterForReflection(targets = {WordsFound.class, Omission.class, Difference.class})
record WordsFound(List<Omission> omitted, Difference difference) {

    /** What is to be kept, or null where there is nothing. */
    static WordsFound of(WordsCheck check) {
        return check.omitted().isEmpty() && check.difference() == null
                ? null
                : new WordsFound(check.omitted(), check.difference());
    }
}
