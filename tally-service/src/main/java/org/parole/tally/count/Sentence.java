package org.parole.tally.count;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be said, in no language yet: the key of a message and what it speaks of. Numbers are Long, dates {@link Days},
 * figures {@link Range} or {@link Quantity}, names String, several of them a List, and a clause another Sentence.
 */
public record Sentence(String key, Map<String, Object> values) {

    public Sentence {
        values = Collections.unmodifiableMap(values);
    }

    /** A message with its values: name, value, name, value. */
    static Sentence of(String key, Object... values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            named.put((String) values[i], values[i + 1]);
        }
        return new Sentence(key, named);
    }
}
