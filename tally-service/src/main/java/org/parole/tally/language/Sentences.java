package org.parole.tally.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.parole.tally.count.Days;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.Range;
import org.parole.tally.count.Sentence;

/** Writes what the count has to say in one language. */
public final class Sentences {

    private static final Map<Language, Sentences> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Sentences(new Messages(language)));
        }
    }

    private final Messages messages;
    private final Words words;

    private Sentences(Messages messages) {
        this.messages = messages;
        words = new Words(messages);
    }

    /** The sentences of one language. */
    public static Sentences in(Language language) {
        return ALL.get(language);
    }

    /** A sentence in words; null stays null. */
    public String text(Sentence sentence) {
        if (sentence == null) {
            return null;
        }
        Map<String, Object> values = new HashMap<>();
        sentence.values().forEach((name, value) -> put(values, name, value));
        return messages.format(sentence.key(), values);
    }

    /** A quantity in words: 'about 700'. */
    public String text(Quantity quantity) {
        return words.quantity(quantity);
    }

    private void put(Map<String, Object> values, String name, Object value) {
        if (value instanceof Days days) {
            String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            values.put(name, words.days("date.", days));
            values.put("on" + capital, words.days("on.", days));
            values.put("by" + capital, words.days("by.", days));
        } else if (value instanceof List<?> items) {
            List<String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(String.valueOf(word(item))));
            values.put(name, words.list(texts, Words.joiner(name)));
        } else {
            values.put(name, word(value));
            if (value instanceof Range range) {
                // For the choice between singular and plural.
                values.put(name + "Count", range.high());
            }
        }
    }

    /** A value as a message takes it: numbers as they are, so that it can choose a plural form. */
    private Object word(Object value) {
        if (value instanceof Sentence sentence) {
            return text(sentence);
        } else if (value instanceof Quantity quantity) {
            return words.quantity(quantity);
        } else if (value instanceof Range range) {
            return words.range(range);
        } else if (value instanceof String name) {
            return Words.isolated(name);
        } else if (value instanceof Days days) {
            return words.days("date.", days);
        }
        return value;
    }
}
