package org.parole.quote.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody searches for, as each language's stemming understands it. Languages that understand it alike share one
 * query.
 *
 * @param words     as they were typed, or corrected
 * @param byLanguage the index's query for each language that has a stemming of its own; "" stands for all others
 */
public record TextQuery(String words, Map<String, String> byLanguage) {

    /** Half of those with a stemming of their own. */
    private static final int FEW = SearchLanguages.STEMMED.size() / 2;

    /** Keeps only what an index can answer: a query that only excludes, or of stop words only, finds nothing. */
    public TextQuery {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** Whether nothing can be found, whatever is recorded. */
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** Every different query once: their union is what the index is asked for. */
    public List<String> distinct() {
        return byLanguage.values().stream().distinct().sorted().toList();
    }

    /** The queries of so few languages that an index that knows the rows' languages finds less than by the words alone. */
    public Map<String, List<String>> ofFewLanguages() {
        Map<String, List<String>> languages = new TreeMap<>();
        new TreeMap<>(byLanguage)
                .forEach((language, query) -> languages.computeIfAbsent(query, first -> new ArrayList<>())
                        .add(language));
        languages.values().removeIf(codes -> codes.contains("") || codes.size() > FEW);
        return languages;
    }

    /** Whether all languages understand it alike, so that no row needs to be looked at by its language. */
    public boolean isTheSameInAllLanguages() {
        return distinct().size() == 1 && byLanguage.size() == SearchLanguages.ALL.size();
    }

    /** The SQL of the query for the row's language, with its values in their order; NULL where there is none. */
    public String forLanguageOf(String alias, List<Object> values) {
        Map<String, List<String>> languages = new LinkedHashMap<>();
        new TreeMap<>(byLanguage).forEach((language, query) -> {
            if (!language.isEmpty()) {
                languages.computeIfAbsent(query, same -> new ArrayList<>()).add(language);
            }
        });
        var sql = new StringBuilder("(case");
        languages.forEach((query, codes) -> {
            sql.append(" when split_part(lower(" + alias + ".language), '-', 1) in ('" + String.join("', '", codes)
                    + "') then ?::tsquery");
            values.add(query);
        });
        // A language with a stemming of its own but without a query finds nothing.
        List<String> missing = SearchLanguages.STEMMED.stream().filter(code -> !byLanguage.containsKey(code)).toList();
        if (!missing.isEmpty()) {
            sql.append(" when split_part(lower(" + alias + ".language), '-', 1) in ('" + String.join("', '", missing)
                    + "') then null");
        }
        if (byLanguage.containsKey("")) {
            sql.append(" else ?::tsquery");
            values.add(byLanguage.get(""));
        } else if (languages.isEmpty() && missing.isEmpty()) {
            return "null::tsquery";
        }
        return sql.append(" end)").toString();
    }
}
