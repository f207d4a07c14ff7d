package org.parole.quote.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.database.Database;
import org.parole.kit.record.QueryFailedException;

/** Understands what is searched for, and corrects it where it finds nothing. */
@ApplicationScoped
public class Searches {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{4,40}");
    /** What is left out; another spelling of it would leave out something else. */
    private static final Pattern EXCLUDED = Pattern
            .compile("(?<!\\S)[-\u2212](?:[\\p{Pi}\\p{Ps}\"][^\"\\p{Pi}\\p{Pf}]*|\\S+)");
    /** Below this, the nearest word is another word. */
    private static final double NEAR_ENOUGH = 0.4;
    /** A word that is on record itself has a nearer neighbour than that, if it was mistyped. */
    private static final double NEAR_ON_RECORD = 0.5;
    private static final int MOST_CORRECTIONS = 6;
    private static final Pattern ENDING = Pattern.compile("(?:e[nrms]?|n|s)$");
    /** A shorter part of a compound is a part of too many. */
    private static final int SHORTEST_PART = 5;

    private final Database database;

    Searches(Database database) {
        this.database = database;
    }

    /** What words mean to an index that holds them as they were typed, such as that of roles. */
    public TextQuery understandPlain(String words) {
        return understand(words, List.of(""), (code, sql) -> {
            sql.text.append("websearch_to_tsquery('parole_simple', search_text('', ?))");
            sql.values.add(words);
        });
    }

    /** What the words mean to the index of contents, in one language or, for null, in all. */
    public TextQuery understand(String words, String language) {
        List<String> languages = language == null ? SearchLanguages.ALL : List.of(SearchLanguages.of(language));
        List<List<QueryWords.Atom>> alternatives = QueryWords.of(words);
        Set<String> onRecord = onRecord(alternatives);
        return understand(words, languages, (code, sql) -> new QuerySql(code, onRecord, sql).add(alternatives));
    }

    /** The SQL of one language's query. */
    static final class Expression {
        final StringBuilder text = new StringBuilder();
        final List<Object> values = new ArrayList<>();
    }

    private TextQuery understand(String words, List<String> languages, BiConsumer<String, Expression> query) {
        var sql = new Expression();
        for (String code : languages) {
            sql.text.append(sql.text.isEmpty() ? "" : " union all ")
                    .append("select '" + code + "', q::text, querytree(q) from (select ");
            query.accept(code, sql);
            sql.text.append(" as q) q");
        }
        Map<String, String> byLanguage = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text.toString())) {
            for (int i = 0; i < sql.values.size(); i++) {
                statement.setObject(i + 1, sql.values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    // The tree is what an index can answer: "T" stands for everything, "" for nothing.
                    String tree = row.getString(3);
                    if (tree != null && !tree.isEmpty() && !tree.equals("T")) {
                        byLanguage.put(row.getString(1), row.getString(2));
                    }
                }
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
        return new TextQuery(words, byLanguage);
    }

    /** Which of the other ways to write these words are on record. */
    private Set<String> onRecord(List<List<QueryWords.Atom>> alternatives) {
        Set<String> asked = QuerySql.otherWays(alternatives);
        if (asked.isEmpty()) {
            return Set.of();
        }
        Set<String> found = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection
                        .prepareStatement("select word from search_word where word = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", asked.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
        return found;
    }

    /**
     * Other spellings of the words, the likeliest first: each word that no quote contains replaced by the nearest one that
     * some quote does; then, one at a time, words that are on record replaced by others that are; then by compounds that end
     * in them.
     */
    public List<String> corrections(String words, Instant asOf) {
        Set<String> corrected = new LinkedHashSet<>();
        correct(words, asOf).ifPresent(corrected::add);
        Matcher matcher = WORD.matcher(words);
        BitSet excluded = excluded(words);
        while (matcher.find()) {
            if (excluded.get(matcher.start())) {
                continue;
            }
            for (String other : others(matcher.group(), asOf)) {
                corrected.add(words.substring(0, matcher.start()) + other + words.substring(matcher.end()));
            }
        }
        corrected.remove(words);
        return corrected.stream().limit(MOST_CORRECTIONS).toList();
    }

    private static BitSet excluded(String words) {
        var excluded = new BitSet();
        Matcher matcher = EXCLUDED.matcher(words);
        while (matcher.find()) {
            excluded.set(matcher.start(), matcher.end());
        }
        return excluded;
    }

    /** Another number is no other spelling of a number. */
    private static String digits(String word) {
        return word.codePoints().filter(Character::isDigit).mapToObj(digit -> "" + Character.digit(digit, 10))
                .collect(Collectors.joining());
    }

    private List<String> others(String word, Instant asOf) {
        String plain = word.toLowerCase(Locale.ROOT);
        String stem = ENDING.matcher(plain).replaceAll("");
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("(select word from search_word where word % ?"
                        + " and word <> ? and first_recorded <= ? and similarity(word, ?) >= " + NEAR_ON_RECORD
                        + " order by similarity(word, ?) desc, word limit 2) union all"
                        + " (select word from search_word where word like ? and word ~ ? and first_recorded <= ?"
                        + " order by length(word), word limit 2)")) {
            OffsetDateTime then = (asOf == null ? Instant.now().plusSeconds(60) : asOf).atOffset(ZoneOffset.UTC);
            statement.setString(1, plain);
            statement.setString(2, plain);
            statement.setObject(3, then);
            statement.setString(4, plain);
            statement.setString(5, plain);
            statement.setString(6, stem.length() < SHORTEST_PART ? "" : "%" + stem + "%");
            statement.setString(7, "^.{3,}" + stem + "[enrms]{0,3}$");
            statement.setObject(8, then);
            List<String> others = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    others.add(row.getString(1));
                }
            }
            others.removeIf(other -> !digits(other).equals(digits(plain)));
            return others;
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    /** The same words with each that no quote contains replaced by the nearest one that some quote does. */
    private Optional<String> correct(String words, Instant asOf) {
        Matcher matcher = WORD.matcher(words);
        var corrected = new StringBuilder();
        BitSet excluded = excluded(words);
        while (matcher.find()) {
            String word = excluded.get(matcher.start()) ? matcher.group() : nearest(matcher.group(), asOf);
            matcher.appendReplacement(corrected, Matcher.quoteReplacement(word));
        }
        matcher.appendTail(corrected);
        return corrected.toString().equals(words) ? Optional.empty() : Optional.of(corrected.toString());
    }

    private String nearest(String word, Instant asOf) {
        String plain = word.toLowerCase(Locale.ROOT);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection
                        .prepareStatement("select word, similarity(word, w) from search_word,"
                                + " public.unaccent(?) w where word % w and first_recorded <= ?"
                                + " order by similarity(word, w) desc, word limit 1")) {
            statement.setString(1, plain);
            statement.setObject(2, (asOf == null ? Instant.now().plusSeconds(60) : asOf).atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                boolean isNear = row.next() && row.getDouble(2) >= NEAR_ENOUGH && row.getDouble(2) < 1
                        && digits(row.getString(1)).equals(digits(plain));
                return isNear ? row.getString(1) : word;
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }
}
