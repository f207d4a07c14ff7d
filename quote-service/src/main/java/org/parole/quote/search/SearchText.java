package org.parole.quote.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.parole.kit.language.Folding;

/**
 * How content and the words that are searched for come to the index: folded as everywhere, digits of all scripts as 0 to 9,
 * scripts without spaces by two characters, and compounds both open and closed.
 */
public final class SearchText {

    /** The database folds this as well as we do: nothing of it is kept a second time. */
    private static final Pattern PLAIN = Pattern
            .compile("[\\p{IsLatin}0-9\\s.;:!?()\u2018\u2019\u201C\u201D\u201E'\",\u2026]*");
    private static final Pattern GROUPED = Pattern.compile("\\d[,. '\u2019]\\d");
    /** Characters that stand without spaces between their words, or with endings that are written together with them. */
    private static final String DENSE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}\\p{IsLao}"
            + "\\p{IsKhmer}\\p{IsMyanmar}\u30FC\u3005\u3006]";
    private static final Pattern DENSE_RUN = Pattern.compile(DENSE + "+");
    private static final Pattern NON_JOINER = Pattern.compile("(?<=\\p{IsArabic})\u200C+(?=\\p{IsArabic})");
    /** Gershayim and geresh, however they were typed. */
    private static final Pattern MARK_IN_HEBREW = Pattern.compile("(?<=\\p{IsHebrew})'+(?=\\p{IsHebrew})");
    /** In Ukrainian and Belarusian, before vowels that begin with a y; others write it as nothing. A Russian O'Neill stays two words. */
    private static final Pattern APOSTROPHE_OF_UKRAINIAN = Pattern
            .compile(
                    "(?<=\\p{IsCyrillic})'+(?=[\u044F\u042F\u044E\u042E\u0454\u0404\u0457\u0407\u0435\u0415\u0451\u0401\u0456\u0406])");
    /** As in German, Spanish or Turkish; the folding knows all other signs that group digits. */
    private static final Pattern GROUPED_BY_POINTS = Pattern
            .compile("(?<![\\d.,])[1-9]\\d{0,2}(?:\\.\\d{3})+(?![\\d.]*\\d)");
    /** As in AT&T, which is a compound of letters. */
    private static final Pattern AMPERSAND = Pattern.compile("(?<=[\\p{L}\\p{N}])&(?=[\\p{L}\\p{N}])");
    /** As in Sana'a, which many write Sanaa; not in the French qu'il. */
    private static final Pattern GLOTTAL = Pattern
            .compile("(?<=[aeiouAEIOU])(?<![qQ][uU])['\u2018\u2019](?=[aeiouAEIOU])");
    /** From the beginning of a word and without going back, so that one endless word takes no longer than many. */
    private static final Pattern COMPOUND = Pattern
            .compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]++(?:-[\\p{L}\\p{N}]++)++");
    private static final int LONGEST_COMPOUND = 40;
    private static final int MOST_COMPOUNDS = 200;

    private SearchText() {
    }

    /** What the index holds of a content in a language; null where the content itself will do. */
    public static String indexed(String language, String content) {
        if (PLAIN.matcher(content).matches() && !GROUPED.matcher(content).find() && !Acronyms.areIn(content)
                && !GLOTTAL.matcher(content).find()) {
            return null;
        }
        String folded = folded(language, content);
        Set<String> closed = new LinkedHashSet<>(Acronyms.formsIn(folded));
        Matcher compound = COMPOUND.matcher(folded);
        while (compound.find() && closed.size() < MOST_COMPOUNDS) {
            String word = compound.group().replace("-", "");
            if (word.length() <= LONGEST_COMPOUND && !word.chars().allMatch(Character::isDigit)) {
                closed.add(word);
            }
        }
        // Closed compounds come last, so that the words around an open one stay its neighbours.
        var text = new StringBuilder(open(folded));
        closed.forEach(word -> text.append(' ').append(word));
        return text.toString();
    }

    /** The text in one line with hyphens where a word may be written open or closed. */
    static String folded(String language, String text) {
        String value = Folding.of(NON_JOINER.matcher(text).replaceAll("-")).value();
        String folded = MARK_IN_HEBREW.matcher(value).replaceAll("");
        folded = APOSTROPHE_OF_UKRAINIAN.matcher(folded).replaceAll("");
        folded = GLOTTAL.matcher(folded).replaceAll("-");
        folded = GROUPED_BY_POINTS.matcher(folded).replaceAll(number -> number.group().replace(".", ""));
        folded = Acronyms.inOneForm(AMPERSAND.matcher(folded).replaceAll("-"));
        // The stemming of Arabic knows the letters of Arabic, not those of its neighbours.
        return language.toLowerCase(Locale.ROOT).split("-")[0].equals("ar")
                ? folded.replace('\u06CC', '\u064A').replace('\u06A9', '\u0643')
                : folded;
    }

    /** Compounds as several words, dense scripts by two characters. */
    static String open(String folded) {
        var text = new StringBuilder(folded.length() * 2);
        Matcher dense = DENSE_RUN.matcher(folded);
        int from = 0;
        while (dense.find()) {
            text.append(folded, from, dense.start()).append(' ').append(String.join(" ", pairs(dense.group(), true)))
                    .append(' ');
            from = dense.end();
        }
        return text.append(folded, from, folded.length()).toString().replace('-', ' ');
    }

    /** Compounds as one word each; dense scripts as they are searched for. */
    static String closed(String folded) {
        return open(folded.replace("-", ""));
    }

    static boolean isDense(String word) {
        return DENSE_RUN.matcher(word).matches();
    }

    /** As a phrase that is searched for, which may end before the text does. */
    static String searched(String folded) {
        var text = new StringBuilder(folded.length() * 2);
        Matcher dense = DENSE_RUN.matcher(folded);
        int from = 0;
        while (dense.find()) {
            text.append(folded, from, dense.start()).append(' ')
                    .append(String.join(" ", pairs(dense.group(), dense.end() < folded.length()))).append(' ');
            from = dense.end();
        }
        return text.append(folded, from, folded.length()).toString().replace('-', ' ');
    }

    /** Each two neighbours; in a text, the last one alone as well, so that it is found by itself. */
    private static List<String> pairs(String run, boolean withLast) {
        List<String> characters = run.codePoints().mapToObj(Character::toString).toList();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.size(); i++) {
            pairs.add(characters.get(i) + characters.get(i + 1));
        }
        if (withLast || characters.size() == 1) {
            pairs.add(characters.get(characters.size() - 1));
        }
        return pairs;
    }
}
