package org.parole.quote.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The SQL by which one language's configuration makes a query of what was typed. */
final class QuerySql {

    /** The shorter part of a word that is written open elsewhere. */
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_CLOSED = 24;
    private static final int MOST_WORDS = 60;
    /** A word with an accent, with what stands before and behind it. */
    private static final Pattern ACCENTED = Pattern
            .compile("[^\\p{L}\\p{N}]*[\\p{L}\\p{M}]*[\\p{M}\\p{IsLatin}&&[^A-Za-z]][\\p{L}\\p{M}]*[^\\p{L}\\p{N}]*");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}]+");

    private final String code;
    private final String configuration;
    private final String wholeConfiguration;
    private final Set<String> onRecord;
    private final Searches.Expression sql;

    QuerySql(String code, Set<String> onRecord, Searches.Expression sql) {
        this.code = code;
        this.configuration = SearchLanguages.configurationOf(code);
        this.wholeConfiguration = SearchLanguages.wholeConfigurationOf(code);
        this.onRecord = onRecord;
        this.sql = sql;
    }

    /**
     * The words that tell whether something is on record in another way: 'ceasefire' for 'cease fire', and both for it; 'U.S.' for
     * 'US'.
     */
    static Set<String> otherWays(List<List<QueryWords.Atom>> alternatives) {
        Set<String> words = openAndClosed(alternatives);
        alternatives.stream().flatMap(List::stream).limit(MOST_WORDS)
                .forEach(atom -> words.addAll(Acronyms.possibleIn(SearchText.folded("", atom.text()))));
        return words;
    }

    private static Set<String> openAndClosed(List<List<QueryWords.Atom>> alternatives) {
        Set<String> words = new HashSet<>();
        for (List<QueryWords.Atom> atoms : alternatives) {
            String before = null;
            for (QueryWords.Atom atom : atoms) {
                String word = word(atom);
                if (word == null || words.size() > 20 * MOST_WORDS) {
                    before = null;
                    continue;
                }
                if (before != null) {
                    words.add(before + word);
                }
                for (int at = SHORTEST_PART; word.length() <= LONGEST_CLOSED
                        && at <= word.length() - SHORTEST_PART; at++) {
                    words.add(word.substring(0, at));
                    words.add(word.substring(at));
                }
                before = word;
            }
        }
        return words;
    }

    /** A simple word in small letters, or null. */
    private static String word(QueryWords.Atom atom) {
        String word = SearchText.folded("", atom.text()).toLowerCase(Locale.ROOT);
        return !atom.phrase() && !atom.excluded() && word.codePoints().allMatch(Character::isLetter)
                && !SearchText.isDense(word) ? word : null;
    }

    void add(List<List<QueryWords.Atom>> alternatives) {
        sql.text.append("''::tsquery");
        for (List<QueryWords.Atom> atoms : alternatives) {
            sql.text.append(" || (''::tsquery");
            for (int i = 0; i < atoms.size(); i++) {
                sql.text.append(" && ");
                QueryWords.Atom atom = atoms.get(i);
                String word = word(atom);
                String next = i + 1 < atoms.size() ? word(atoms.get(i + 1)) : null;
                if (word != null && next != null && onRecord.contains(word + next)) {
                    // 'cease fire' is 'ceasefire', too.
                    sql.text.append("((");
                    single(atom);
                    sql.text.append(" && ");
                    single(atoms.get(i + 1));
                    sql.text.append(") || ");
                    function(configuration, "plainto_tsquery", word + next);
                    sql.text.append(")");
                    i++;
                } else {
                    single(atom);
                }
            }
            sql.text.append(")");
        }
    }

    private void single(QueryWords.Atom atom) {
        String folded = SearchText.folded(code, atom.text());
        sql.text.append(atom.excluded() ? "!!(" : "(");
        if (folded.codePointCount(0, folded.length()) == 1 && SearchText.isDense(folded)) {
            sql.text.append("to_tsquery('" + configuration + "', ?)");
            sql.values.add(folded + ":*");
        } else {
            words(atom, folded);
            waysToWrite(atom, folded).forEach(other -> {
                sql.text.append(" || ");
                phrase(atom, other);
            });
        }
        sql.text.append(")");
    }

    /** What else the same may be in a text, beside how it was typed. */
    private Set<String> waysToWrite(QueryWords.Atom atom, String folded) {
        Set<String> others = new LinkedHashSet<>();
        if (folded.indexOf('-') > 0) {
            others.add(SearchText.searched(folded.replace("-", "")));
        }
        if (folded.indexOf('\'') > 0 && !atom.phrase()) {
            others.add(SearchText.searched(folded.replace("'", "")));
        }
        String word = word(atom);
        if (word != null) {
            others.addAll(splits(word));
        }
        others.add(SearchText.searched(Acronyms.asAcronyms(folded, onRecord)));
        if (folded.strip().indexOf(' ') > 0) {
            // Beside its neighbours, 'US' is none of us.
            others.add(SearchText.searched(Acronyms.withoutPoints(folded)));
        }
        others.remove(SearchText.searched(folded));
        return others;
    }

    /** As they were typed. What is a stop word without its accent only is none: cu\u00E1ndo asks, and cuando does not. */
    private void words(QueryWords.Atom atom, String folded) {
        String searched = SearchText.searched(folded);
        String letters = ACCENTED.matcher(folded).matches() ? NO_LETTER.matcher(folded).replaceAll("") : "";
        String dictionary = SearchLanguages.dictionaryOf(code);
        if (atom.phrase() || letters.isEmpty() || dictionary == null) {
            phrase(atom, searched);
            return;
        }
        sql.text.append("case when numnode(");
        phrase(atom, searched);
        sql.text.append(") = 0 and ts_lexize('" + dictionary + "', ?) <> '{}' then ");
        sql.values.add(letters.toLowerCase(Locale.ROOT));
        function(wholeConfiguration, "phraseto_tsquery", searched);
        sql.text.append(" else ");
        phrase(atom, searched);
        sql.text.append(" end");
    }

    /** Words that stand beside each other: in quotation marks all of them, else without those that all texts have. */
    private void phrase(QueryWords.Atom atom, String text) {
        function(atom.phrase() ? wholeConfiguration : configuration, "phraseto_tsquery", text);
    }

    /** 'ceasefire' is 'cease fire', too, where both of these are on record. */
    private List<String> splits(String word) {
        List<String> splits = new ArrayList<>();
        for (int at = SHORTEST_PART; word.length() <= LONGEST_CLOSED && at <= word.length() - SHORTEST_PART; at++) {
            if (onRecord.contains(word.substring(0, at)) && onRecord.contains(word.substring(at))) {
                splits.add(word.substring(0, at) + ' ' + word.substring(at));
            }
        }
        return splits;
    }

    private void function(String by, String name, String text) {
        sql.text.append(name + "('" + by + "', ?)");
        sql.values.add(text);
    }
}
