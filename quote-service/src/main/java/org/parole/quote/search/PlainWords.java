package org.parole.quote.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A text in which PostgreSQL's parser sees the same words as anyone: letters with hyphens or apostrophes between them, or digits, and
 * punctuation that touches no more than one of them. No addresses, decimals, signs, markup or scripts without spaces.
 */
final class PlainWords {

    private static final String QUOTES = "\"'(\u201C\u201E\u2018\u00AB";
    private static final String DASHES = "-\u2013\u2014";
    private static final String CLOSING = "\"'),.;:!?\u060C\u061B\u061F\u06D4\u201D\u201C\u2019\u00BB\u2026\u2013\u2014";
    private static final String JOINING = "-'\u2019";
    private static final String SPACES = " \t\n\r";
    private static final int LONGEST_NUMBER = 9;
    private static final BitSet LETTERS = letters();

    private final String text;
    private final List<String> words = new ArrayList<>();
    /** Where each of them begins. */
    private final List<Integer> places = new ArrayList<>();

    private PlainWords(String text) {
        this.text = text;
    }

    /** The words of a text; empty where PostgreSQL may see others. */
    static Optional<PlainWords> of(String text) {
        var words = new PlainWords(text);
        int at = 0;
        while (at >= 0 && at < text.length()) {
            at = words.chunk(at);
        }
        return at < 0 ? Optional.empty() : Optional.of(words);
    }

    private static BitSet letters() {
        var letters = new BitSet();
        Set<UnicodeScript> scripts = Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.ARABIC);
        for (int c = 0; c < 0x2000; c++) {
            letters.set(c, Character.isLetter(c) && scripts.contains(UnicodeScript.of(c)));
        }
        return letters;
    }

    /** Reads from one space to the next, and says where that is; -1 where something is not plain. */
    private int chunk(int begin) {
        int at = skip(begin, SPACES);
        int quoted = skip(at, QUOTES);
        at = skip(quoted, QUOTES + DASHES);
        if (isLetter(at)) {
            at = word(at);
            while (is(at, JOINING) && isLetter(at + 1)) {
                at = word(at + 1);
            }
        } else if (at == quoted && isDigit(at)) {
            int end = at;
            while (isDigit(end)) {
                end++;
            }
            if (end - at > LONGEST_NUMBER) {
                return -1;
            }
            add(at, end);
            at = end;
        } else {
            at = quoted;
        }
        at = skip(at, CLOSING);
        return at == text.length() || is(at, SPACES) ? at : -1;
    }

    private int word(int begin) {
        int end = begin;
        while (isLetter(end)) {
            end++;
        }
        add(begin, end);
        return end;
    }

    private void add(int begin, int end) {
        words.add(text.substring(begin, end));
        places.add(begin);
    }

    private int skip(int from, String any) {
        int at = from;
        while (is(at, any)) {
            at++;
        }
        return at;
    }

    private boolean is(int at, String any) {
        return at < text.length() && any.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isLetter(int at) {
        return at < text.length() && LETTERS.get(text.charAt(at));
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** All words in their order. */
    List<String> list() {
        return words;
    }

    /** The text with some words marked. */
    String marked(Predicate<String> isWanted) {
        var marked = new StringBuilder(text.length() + 16);
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (isWanted.test(word)) {
                marked.append(text, from, places.get(i)).append(Snippet.START).append(word).append(Snippet.STOP);
                from = places.get(i) + word.length();
            }
        }
        return marked.append(text, from, text.length()).toString();
    }
}
