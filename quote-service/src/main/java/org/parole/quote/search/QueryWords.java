package org.parole.quote.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed, taken apart as people mean it: words, phrases in quotation marks of any kind, alternatives, and
 * exclusions.
 */
final class QueryWords {

    /** All that opens or closes a phrase; single quotation marks are apostrophes more often. */
    private static final Pattern MARK = Pattern.compile(
            "[\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A\u300C\u300D\u300E\u300F\uFF02\u2033\u05F4\u301D\u301E]");
    /** Gershayim inside a word, typed as a quotation mark. */
    private static final Pattern GERSHAYIM = Pattern
            .compile("(?<=\\p{IsHebrew})[\"\u201C\u201D\u2033\u05F4](?=\\p{IsHebrew})");
    /** Single marks that open before a word and close behind one, as typographers set them; ASCII has apostrophes alone. */
    private static final Pattern SINGLE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[\u2018\u201A\u201B](?=[\\p{L}\\p{N}])([^\u2018-\u201F\"]{1,400}?)(?<=[\\p{L}\\p{N}.,!?])"
                    + "[\u2018\u2019](?![\\p{L}\\p{N}])");
    /** Digits that spaces group: '1 234' is looked for as a compound, which may be written open or closed. */
    private static final Pattern SPACED_DIGITS = Pattern
            .compile("(?<![\\p{L}\\p{N}.,-])(\\p{Nd}{1,3})((?:[ \u00A0\u2009\u202F]\\p{Nd}{3})+)(?![\\p{L}\\p{N}])");
    private static final Pattern GROUP = Pattern.compile("[ \u00A0\u2009\u202F]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");
    private static final String NO_MARK = "'";

    /** A word or phrase; excluded where a hyphen stands before it. */
    record Atom(String text, boolean phrase, boolean excluded) {
    }

    private final List<List<Atom>> alternatives = new ArrayList<>();

    private QueryWords(String typed) {
        alternatives.add(new ArrayList<>());
        String text = SINGLE.matcher(GERSHAYIM.matcher(typed).replaceAll(NO_MARK)).replaceAll("\u201C$1\u201D");
        text = SPACED_DIGITS.matcher(text)
                .replaceAll(found -> found.group(1) + GROUP.matcher(found.group(2)).replaceAll("-"));
        Matcher marks = MARK.matcher(text);
        int from = 0;
        while (marks.find(from)) {
            int begin = marks.start();
            if (!marks.find(marks.end())) {
                break;
            }
            String before = text.substring(from, begin);
            boolean excluded = before.endsWith("-")
                    && (before.length() == 1 || isSpace(before.charAt(before.length() - 2)));
            words(excluded ? before.substring(0, before.length() - 1) : before);
            add(text.substring(begin + 1, marks.start()), true, excluded);
            from = marks.end();
        }
        words(MARK.matcher(text.substring(from)).replaceAll(" "));
    }

    /** Alternatives of words that must all be there. */
    static List<List<Atom>> of(String typed) {
        return new QueryWords(typed).alternatives;
    }

    private void words(String text) {
        for (String word : SPACE.split(text)) {
            if (word.equalsIgnoreCase("or")) {
                alternatives.add(new ArrayList<>());
            } else if (word.startsWith("-") || word.startsWith("\u2212")) {
                add(word.substring(1), false, true);
            } else {
                add(word, false, false);
            }
        }
    }

    private void add(String text, boolean phrase, boolean excluded) {
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            alternatives.get(alternatives.size() - 1).add(new Atom(text, phrase, excluded));
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
