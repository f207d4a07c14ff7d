package org.parole.quote.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Marks as PostgreSQL does, or not at all. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HighlighterTest {

    private static final List<String> QUERIES = List.of("'releas'", "'prison' & 'sai':*",
            "'prisonni' | 'echang' | 'deni'",
            "'gefang' | 'austausch' | 'osterreich'", "'prisioner' & 'ayer'", "'заключен' | 'елк' | 'президент'",
            "'سجناء' | 'وزير'", "'زندانیان' | 'رها'", "'istanbul' | 'isik'", "'полонених' | 'ятеро'", "'p':* & !'x'",
            "'57' | '12' | '5' | '13' | '15'", "'deh' <-> 'e' <-> 'bagh'", "'s' | 't' | 'e' | 'x'",
            "'o''releas' | 'five'",
            "'停火'", "'a\\\\b' | 'final'");

    @Inject
    Highlighter highlighter;
    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "en | They said that the so-called prisoners' release isn't done; 57 were freed (12 of them sick) at Deh-e-Bagh.",
            "en | “We will not release them,” he said — never.",
            "en | Release! Released? RELEASING: releases... e-mail x-ray",
            "en | 'release' \"release\" (release) release's o'release ... 13, 14: '15' 16!", "en | ...",
            "fr | L’échange des prisonniers à Saint-Denis, c'est-à-dire l'ex-ministre libéré",
            "de-AT | Der Gefangenen-Austausch, sagte die Ministerin: «Österreich» hat Gefangene freigelassen.",
            "es | Los prisioneros fueron liberados ayer", "pt | A libertação começou",
            "ru | Заключённые были освобождены, сказал министр-президент. Ещё ёлка",
            "ar | أطلق سراح السجناء أمس، وقال الوزير", "fa-AF | زندانیان رها شدند",
            "ur | قیدیوں کی رہائی اللہ کا شکر ہے",
            "tr | Esirler İstanbul’da serbest bırakıldı IŞIK", "uk | П’ятеро полонених повернулися",
            "vi | Những tù nhân được thả", "pl | Łódź więźniowie źle"})
    void plain_contents_are_marked_as_by_the_database(String language, String text) throws SQLException {
        for (String query : QUERIES) {
            assertThat(marked(language, text, query)).as(query).contains(byDatabase(language, text, query));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A -5 release", "5,000 releases", "3.14 releases", "at example.org", "a@b.org", "and/or",
            "R&D",
            "<b>release</b>", "released–then", "release5", "5release", "release.Then", "the U.S. said",
            "ﬁve",
            "Ⅷ", "می‌شوند", "双方同意停火", "no-break\u00A0space", "na\u0308ive", "1234567890", "release_d", "+5"})
    void what_the_database_may_read_otherwise_is_left_to_it(String text) throws SQLException {
        assertThat(marked("en", text, "'releas'")).isEmpty();
    }

    @Test
    void long_contents_are_left_to_it_because_it_cuts_them() throws SQLException {
        assertThat(marked("en", "a".repeat(Snippet.SHOWN_WHOLE), "'releas'")).isPresent();
        assertThat(marked("en", "a".repeat(Snippet.SHOWN_WHOLE + 1), "'releas'")).isEmpty();
    }

    @Test
    void nobody_brings_marks_in() throws SQLException {
        assertThat(marked("en", "\uE000to\uE001 release", "'releas'")).contains("to \uE000release\uE001");
    }

    private Optional<String> marked(String language, String text, String query) throws SQLException {
        Map<String, String> byLanguage = SearchLanguages.ALL.stream()
                .collect(Collectors.toMap(code -> code, code -> query));
        try (Connection connection = database.getConnection()) {
            return highlighter.mark(connection, List.of(new Highlighter.Content(language, text)),
                    new TextQuery(query, byLanguage)).get(0);
        }
    }

    private String byDatabase(String language, String text, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection
                        .prepareStatement("select ts_headline(search_config(?), ?, ?::tsquery, '"
                                + Snippet.WHOLE + "')")) {
            statement.setString(1, language);
            statement.setString(2, text);
            statement.setString(3, query);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
