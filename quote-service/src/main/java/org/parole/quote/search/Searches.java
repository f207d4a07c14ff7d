package org.parole.quote.search;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.database.Database;
import org.parole.kit.record.QueryFailedException;

/** Understands what is searched for, and corrects it where it finds nothing. */
@ApplicationScoped
public class Searches {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{4,40}");
    /** Below this, the nearest word is another word. */
    private static final double NEAR_ENOUGH = 0.4;

    private final Database database;

    Searches(Database database) {
        this.database = database;
    }

    /** What the words mean to the index, in one language or, for null, in all. */
    public TextQuery understand(String words, String language) {
        var languages = language == null ? SearchLanguages.ALL : List.of(SearchLanguages.of(language));
        var sql = new StringBuilder();
        for (var code : languages) {
            sql.append(sql.isEmpty() ? "" : " union all ").append("select '" + code + "', q::text, querytree(q) from"
                    + " websearch_to_tsquery('" + SearchLanguages.configurationOf(code) + "', search_text('" + code
                    + "', ?)) q");
        }
        Map<String, String> byLanguage = new HashMap<>();
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql.toString())) {
            for (var i = 1; i <= languages.size(); i++) {
                statement.setString(i, words);
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    // The tree is what an index can answer: "T" stands for everything, "" for nothing.
                    var tree = row.getString(3);
                    if (!tree.isEmpty() && !tree.equals("T")) {
                        byLanguage.put(row.getString(1), row.getString(2));
                    }
                }
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
        return new TextQuery(words, byLanguage);
    }

    /** The same words with each that no quote contains replaced by the nearest one that some quote does. */
    public Optional<String> correct(String words, Instant asOf) {
        var matcher = WORD.matcher(words);
        var corrected = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(corrected, Matcher.quoteReplacement(nearest(matcher.group(), asOf)));
        }
        matcher.appendTail(corrected);
        return corrected.toString().equals(words) ? Optional.empty() : Optional.of(corrected.toString());
    }

    private String nearest(String word, Instant asOf) {
        var plain = word.toLowerCase(Locale.ROOT);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select word, similarity(word, w) from search_word,"
                        + " public.unaccent(?) w where word % w and first_recorded <= ?"
                        + " order by similarity(word, w) desc, word limit 1")) {
            statement.setString(1, plain);
            statement.setObject(2, (asOf == null ? Instant.now().plusSeconds(60) : asOf).atOffset(ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                return row.next() && row.getDouble(2) >= NEAR_ENOUGH && row.getDouble(2) < 1 ? row.getString(1) : word;
            }
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }
}
