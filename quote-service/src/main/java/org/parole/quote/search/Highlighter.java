package org.parole.quote.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Marks the words of a search in short contents, with the same result as PostgreSQL's ts_headline. That one stems every word of
 * every content for each search; this one remembers the stems, which PostgreSQL has made. Contents that are more than
 * {@link PlainWords} are left to PostgreSQL.
 */
@ApplicationScoped
public class Highlighter {

    /**
     * Words of which the stems are kept: some 15 MB. Then it begins afresh, because frequent words are soon there again. With
     * 20,000 of them, a fifth of the database's time for the rare words of {@code bench/peers/run} went into asking again.
     */
    private static final int MOST_KEPT = 100_000;
    /** A word of a tsquery as text, and whether it stands for all that begin with it. */
    private static final Pattern OPERAND = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*+)'(:\\*)?");

    private volatile Stems kept = new Stems();

    /** A content as it was recorded, and its language tag. */
    public record Content(String language, String text) {
    }

    private record Word(String language, String word) {
    }

    private record Plain(String language, PlainWords words) {
    }

    /** What a language's query looks for. */
    private record Wanted(Set<String> lexemes, List<String> beginnings) {

        static Wanted of(String query) {
            Set<String> lexemes = new HashSet<>();
            List<String> beginnings = new ArrayList<>();
            Matcher operand = OPERAND.matcher(query == null ? "" : query);
            while (operand.find()) {
                String lexeme = operand.group(1).replace("''", "'").replaceAll("\\\\(.)", "$1");
                if (operand.group(2) == null) {
                    lexemes.add(lexeme);
                } else {
                    beginnings.add(lexeme);
                }
            }
            return new Wanted(lexemes, beginnings);
        }

        boolean includes(List<String> stems) {
            for (String stem : stems) {
                if (lexemes.contains(stem) || beginnings.stream().anyMatch(stem::startsWith)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The contents with the words of a search marked, in their order, as {@link Snippet#html} takes them.
     *
     * @return empty for each that PostgreSQL has to mark or to cut
     */
    public List<Optional<String>> mark(Connection connection, List<Content> contents, TextQuery query)
            throws SQLException {
        List<Optional<Plain>> plain = contents.stream().map(Highlighter::plain).toList();
        Map<String, Set<String>> words = new HashMap<>();
        plain.forEach(content -> content.ifPresent(
                one -> words.computeIfAbsent(one.language, first -> new HashSet<>()).addAll(one.words.list())));
        Stems known = kept;
        known.learn(connection, words);
        if (known.size() > MOST_KEPT) {
            kept = new Stems();
        }
        Map<String, Set<String>> wanted = new HashMap<>();
        words.forEach((language, all) -> {
            Wanted here = Wanted.of(query.byLanguage().get(language));
            Map<String, List<String>> stems = known.of(language);
            wanted.put(language,
                    all.stream().filter(word -> here.includes(stems.get(word))).collect(Collectors.toSet()));
        });
        return plain.stream().map(content -> content.map(one -> one.words.marked(wanted.get(one.language)::contains)))
                .toList();
    }

    /**
     * A short content with the words of a search marked as the index holds them, where PostgreSQL, which reads the content
     * itself, has marked none.
     */
    public String markFolded(Connection connection, Content content, TextQuery query) throws SQLException {
        FoldedWords words = FoldedWords.of(content.language(), Snippet.clean(content.text()));
        String language = SearchLanguages.of(content.language());
        Stems known = kept;
        known.learn(connection, Map.of(language, words.list()));
        Wanted wanted = Wanted.of(query.byLanguage().get(language));
        Map<String, List<String>> stems = known.of(language);
        return words.marked(word -> wanted.includes(stems.getOrDefault(word, List.of())));
    }

    private static Optional<Plain> plain(Content content) {
        if (!Snippet.isShownWhole(content.text())) {
            return Optional.empty();
        }
        return PlainWords.of(Snippet.clean(content.text()))
                .map(words -> new Plain(SearchLanguages.of(content.language()), words));
    }

    /** The lexemes of words by their language; none of stop words. Only ever added to, so that nobody loses what it reads. */
    private static final class Stems {

        private final Map<String, Map<String, List<String>>> byLanguage = new ConcurrentHashMap<>();

        Map<String, List<String>> of(String language) {
            return byLanguage.computeIfAbsent(language, first -> new ConcurrentHashMap<>());
        }

        int size() {
            return byLanguage.values().stream().mapToInt(Map::size).sum();
        }

        /** Asks PostgreSQL for the lexemes of all words, by their language, that are not known yet. */
        void learn(Connection connection, Map<String, ? extends Collection<String>> words) throws SQLException {
            Set<Word> unknown = new LinkedHashSet<>();
            words.forEach((language, all) -> {
                Map<String, List<String>> stems = of(language);
                all.stream().filter(word -> !stems.containsKey(word))
                        .forEach(word -> unknown.add(new Word(language, word)));
            });
            ask(connection, unknown);
        }

        private void ask(Connection connection, Set<Word> unknown) throws SQLException {
            if (unknown.isEmpty()) {
                return;
            }
            try (PreparedStatement statement = connection.prepareStatement("select tsvector_to_array(to_tsvector("
                    + "search_config(language), word)) from unnest(?, ?) with ordinality w (language, word, place)"
                    + " order by place")) {
                statement.setArray(1, connection.createArrayOf("text", unknown.stream().map(Word::language).toArray()));
                statement.setArray(2, connection.createArrayOf("text", unknown.stream().map(Word::word).toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    for (Word word : unknown) {
                        row.next();
                        of(word.language).put(word.word, stems(word.word, (String[]) row.getArray(1).getArray()));
                    }
                }
            }
        }

        /** The stems without a second copy of a word that is its own stem, as most are in their base form. */
        private static List<String> stems(String word, String[] stems) {
            return stems.length == 1 && stems[0].equals(word) ? List.of(word) : List.of(stems);
        }
    }
}
