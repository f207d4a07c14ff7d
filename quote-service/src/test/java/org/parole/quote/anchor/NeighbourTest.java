package org.parole.quote.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Neighbours of the cases: texts and quotes of the same kinds in many languages, written down before anything was run. */
class NeighbourTest {

    private static Verification verify(String language, String text, String content, Anchor... anchors) {
        return AnchorChecker.of(SourceText.of(lines(text))).verify(List.of(anchors),
                QuotedWords.direct(lines(content), language));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r");
    }

    private static String badge(Verification verification) {
        if (verification.status().compareTo(AnchorStatus.NORMALISED) > 0 || verification.words().changesMeaning()) {
            return "NONE";
        }
        return verification.words().status() == WordsStatus.SHORTENED ? "CLEAN" : "BADGE";
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/neighbours/verification.txt", delimiter = '|', quoteCharacter = '^')
    void a_badge_is_given_where_a_careful_editor_would(String language, String right, String text, String content) {
        Verification verification = verify(language, text, content);
        assertThat(badge(verification)).as(verification.toString()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/neighbours/anchors.txt", delimiter = '|', quoteCharacter = '^', nullValues = "-")
    void context_and_content_must_agree_with_the_text(String language, String right, String text, String words,
            String prefix, String suffix, String content) {
        Verification verification = verify(language, text, content, Anchor.ofWords(words, prefix, suffix));
        assertThat(right.equals("NONE") ? badge(verification) : verification.status().name())
                .as(verification.toString()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/neighbours/defects.txt", delimiter = '|', quoteCharacter = '^')
    void what_was_left_in_a_text_is_named(String right, String text) {
        assertThat(TextDefects.in(text).isEmpty()).as(text).isEqualTo(right.equals("-"));
    }
}
