package org.parole.tally.count;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How many people a vague word stands for at the least: 'dozens' are two dozen or more. The table is printed in the codebook, so
 * that a reader can tell the floor from a number that a source has given.
 */
public final class VagueWords {

    /** The table; a phrase comes before the words in it. */
    private static final Map<String, Integer> FLOORS = new LinkedHashMap<>();

    static {
        FLOORS.put("tens of thousands", 20_000);
        FLOORS.put("several thousand", 3_000);
        FLOORS.put("a few thousand", 3_000);
        FLOORS.put("thousands", 2_000);
        FLOORS.put("several hundred", 300);
        FLOORS.put("a few hundred", 300);
        FLOORS.put("several dozen", 36);
        FLOORS.put("a few dozen", 36);
        FLOORS.put("half a dozen", 6);
        FLOORS.put("a dozen", 12);
        FLOORS.put("hundreds", 200);
        FLOORS.put("scores", 40);
        FLOORS.put("dozens", 24);
        FLOORS.put("several", 3);
        FLOORS.put("a handful", 3);
        FLOORS.put("a few", 3);
    }

    private static final Map<Pattern, Integer> PATTERNS = new LinkedHashMap<>();

    static {
        FLOORS.forEach((words, floor) -> PATTERNS.put(Pattern.compile("(?<!\\p{L})" + words + "(?!\\p{L})"), floor));
    }

    private VagueWords() {
    }

    /** The table: each phrase and how many people it stands for at the least. */
    public static Map<String, Integer> floors() {
        return Map.copyOf(FLOORS);
    }

    /** How many people a wording stands for at the least; empty where the table has none of its words, and for null. */
    public static OptionalInt floorOf(String wording) {
        if (wording == null) {
            return OptionalInt.empty();
        }
        String words = wording.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return PATTERNS.entrySet().stream().filter(entry -> entry.getKey().matcher(words).find())
                .mapToInt(Map.Entry::getValue).findFirst();
    }
}
