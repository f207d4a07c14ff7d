package org.parole.tally.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parole.tally.count.Days;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.Range;
import org.parole.tally.count.Sentence;

/** Writes what the count has to say in one language. */
public final class Sentences {

    private static final Map<Language, Sentences> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Sentences(language, new Messages(language)));
        }
    }

    /** Values that name claimants or outlets; the choice between singular and plural is by their number. */
    private static final Set<String> NAMES = Set.of("claimant", "claimants", "earlier", "later", "outlets", "tellers",
            "others", "by");

    private final Language language;
    private final Messages messages;
    private final Words words;

    private Sentences(Language language, Messages messages) {
        this.language = language;
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
        String text = clause(sentence);
        // A name may begin it that takes an article.
        return text.startsWith("the ") && text.endsWith(".") ? 'T' + text.substring(1) : text;
    }

    private String clause(Sentence sentence) {
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
            values.put("for" + capital, words.days("for.", days));
        } else if (value instanceof List<?> items) {
            boolean names = NAMES.contains(name);
            List<String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(String.valueOf(names ? name(item) : word(item))));
            values.put(name, words.list(texts, Words.joiner(name)));
            if (names) {
                values.put(name + "Many",
                        items.size() == 1 && items.get(0) instanceof String only ? number(only) : items.size());
            }
        } else if (value instanceof String claimant && NAMES.contains(name)) {
            values.put(name, name(claimant));
            values.put(name + "Many", number(claimant));
        } else {
            values.put(name, word(value));
            if (value instanceof Range range) {
                // For the choice between singular and plural.
                values.put(name + "Count", range.high());
            }
        }
    }

    private Object name(Object value) {
        return value instanceof String name && language == Language.EN
                ? Words.isolated(ClaimantNames.withArticle(name))
                : word(value);
    }

    /** As a message chooses a form by it: two where several people go by a name. */
    private static int number(String name) {
        return ClaimantNames.isPlural(name) ? 2 : 1;
    }

    /** A value as a message takes it: numbers as they are, so that it can choose a plural form. */
    private Object word(Object value) {
        if (value instanceof Sentence sentence) {
            return clause(sentence);
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
