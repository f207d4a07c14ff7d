package org.parole.quote.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The SQL by which one language's configuration makes a query of what was typed. */
final class QuerySql {

    /** The shorter part of a word that is written open elsewhere. */
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_CLOSED = 24;
    private static final int MOST_WORDS = 60;

    private final String code;
    private final String configuration;
    private final Set<String> onRecord;
    private final Searches.Expression sql;

    QuerySql(String code, Set<String> onRecord, Searches.Expression sql) {
        this.code = code;
        this.configuration = SearchLanguages.configurationOf(code);
        this.onRecord = onRecord;
        this.sql = sql;
    }

    /** The words that tell whether something is on record in another way: 'ceasefire' for 'cease fire', and both for it. */
    static Set<String> openAndClosed(List<List<QueryWords.Atom>> alternatives) {
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
                    function("plainto_tsquery", word + next);
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
            function("phraseto_tsquery", SearchText.searched(folded));
            if (folded.indexOf('-') > 0) {
                sql.text.append(" || ");
                function("phraseto_tsquery", SearchText.searched(folded.replace("-", "")));
            }
            String word = word(atom);
            if (word != null) {
                splits(word).forEach(open -> {
                    sql.text.append(" || ");
                    function("phraseto_tsquery", open);
                });
            }
        }
        sql.text.append(")");
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

    private void function(String name, String text) {
        sql.text.append(name + "('" + configuration + "', ?)");
        sql.values.add(text);
    }
}
