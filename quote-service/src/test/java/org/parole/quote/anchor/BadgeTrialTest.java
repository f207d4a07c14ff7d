package org.parole.quote.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trials of invented words, which must get no badge, and of honest quotes, which must get one. A badge is the status EXACT
 * or NORMALISED, with words that are the passage's own and nothing left out that changes the meaning.
 */
class BadgeTrialTest {

    private static Verification verify(String language, String text, String content, Anchor... anchors) {
        return AnchorChecker.of(SourceText.of(text)).verify(List.of(anchors), QuotedWords.direct(content, language));
    }

    private static boolean hasBadge(Verification verification) {
        return verification.status().compareTo(AnchorStatus.NORMALISED) <= 0
                && !verification.words().changesMeaning();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/badge-refused.txt", delimiter = '|', quoteCharacter = '^')
    void words_that_were_not_said_get_no_badge(String language, String text, String content) {
        Verification verification = verify(language, text.replace("\\n", "\n"), content.replace("\\n", "\n"));
        assertThat(hasBadge(verification)).as(verification.toString()).isFalse();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/badge-given.txt", delimiter = '|', quoteCharacter = '^')
    void words_that_were_said_get_their_badge(String language, String text, String content) {
        Verification verification = verify(language, text.replace("\\n", "\n"), content.replace("\\n", "\n"));
        assertThat(hasBadge(verification)).as(verification.toString()).isTrue();
    }

    private static final String TWO_SPEAKERS = "“We want peace,” the minister said in the capital. The families wept. "
            + "“The rebels will kill every prisoner,” the general said. “We will,” he went on, “free the others.”";

    static Stream<Arguments> joined() {
        return Stream.of(
                Arguments.of("We will kill every prisoner", List.of("We will", "kill every prisoner"), false),
                Arguments.of("We want peace The rebels will kill every prisoner",
                        List.of("We want peace", "The rebels will kill every prisoner"), false),
                Arguments.of("kill every prisoner We want peace", List.of("kill every prisoner", "We want peace"),
                        false),
                Arguments.of("We want to kill every prisoner", List.of("We want", "kill every prisoner"), false),
                Arguments.of("We want peace … The families wept", List.of("We want peace", "The families wept"), true),
                Arguments.of("We will free the others", List.of("We will", "free the others"), true),
                Arguments.of("We will, free the others.", List.of("We will,", "free the others."), true),
                Arguments.of("We will free the others", List.of("free the others", "We will"), true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "“We will free them,” said the minister, and the general added, “if they surrender.” | We will free them, | if they surrender.",
            "The prisoners’ families came to the gates’ guards yesterday. | The prisoners | guards yesterday",
            "He called the “free” press and the “fair” vote good. | free | fair",
            "We “will” do what is “free” here. | will | free",
            "We free them – our guests – soon. | We free them | soon",
            "Il parle d’hier et l’accord d’aujourd’hui tient. | Il parle | accord d’aujourd’hui",
            "«Мы» хотели сказать «уйдём» вчера. | Мы | уйдём"})
    void words_that_do_not_stand_together_are_joined_by_an_ellipsis(String text, String first, String second) {
        Verification joined = verify("en", text, first + " " + second, Anchor.ofWords(first), Anchor.ofWords(second));
        assertThat(joined.words().status()).isEqualTo(WordsStatus.ALTERED);
        Verification shortened = verify("en", text, first + " … " + second, Anchor.ofWords(first),
                Anchor.ofWords(second));
        assertThat(shortened.words().status()).isEqualTo(WordsStatus.SHORTENED);
    }

    private static Verification mixed(String language, String text, String content) {
        return AnchorChecker.of(SourceText.of(text)).verify(List.of(),
                new QuotedWords(content, language, null, null, language, WordsClaim.MARKED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | They would “free them all”, the minister said on Friday. | On Friday the minister said they would “free them all”",
            "en | “We will,” she said, “free them all.” | She said: “We will free them all.”",
            "en | “We will,” she said, “free them all.” | She said: “We will” and “free them all.”",
            "en | “We will free them all,” the minister said on Friday. | “We will free them all,” said the minister.",
            "de | „Wir lassen alle frei“, sagte der Minister. | Der Minister sagte: „Wir lassen alle frei“",
            "ru | «Мы освободим всех», — сказал министр. | Министр сказал: «Мы освободим всех»",
            "fr | « Nous libérons tous les captifs », a dit le ministre. | Le ministre a dit : « Nous libérons tous les captifs »",
            "es | «Liberamos a todos los presos», dijo el ministro. | El ministro dijo: «Liberamos a todos los presos»",
            "ar | قال الوزير: «سنطلق سراح الجميع». | «سنطلق سراح الجميع»، قال الوزير"})
    void a_mixed_quote_may_tell_who_said_it_in_another_order(String language, String text, String content) {
        Verification verification = mixed(language, text, content);
        assertThat(verification.status()).as(verification.toString()).isEqualTo(AnchorStatus.NORMALISED);
        assertThat(verification.words().status()).isEqualTo(WordsStatus.SAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | “We will free them all,” the minister said. | The general threatened villagers: “We will free them all.”",
            "en | “We will free them all,” the minister said. | The minister said: “We will kill them all.”",
            "en | He called it “fair”, the minister said. | The minister said it was “fair”",
            "en | “Go home” he said. “Go home” she said. Then “we go home” too. | He said: “go home” now"})
    void words_that_stand_elsewhere_are_not_found(String language, String text, String content) {
        Verification verification = mixed(language, text, content);
        assertThat(verification.status()).as(verification.toString()).isIn(AnchorStatus.ORPHANED, AnchorStatus.ALTERED);
    }

    @Test
    void what_two_anchors_share_is_no_word_twice() {
        Verification verification = verify("en", "We will never surrender.", "We will We will never surrender",
                Anchor.ofWords("We will never surrender"), Anchor.ofWords("We will"));
        assertThat(verification.words().status()).isEqualTo(WordsStatus.ALTERED);
        assertThat(verify("en", "We will never surrender.", "We will never surrender",
                Anchor.ofWords("We will never"), Anchor.ofWords("will never surrender")).words().status())
                .isEqualTo(WordsStatus.SAME);
    }

    @ParameterizedTest
    @MethodSource("joined")
    void passages_are_joined_without_a_word_only_where_nothing_but_the_attribution_stands_between(String content,
            List<String> anchors, boolean isRight) {
        Verification verification = verify("en", TWO_SPEAKERS, content,
                anchors.stream().map(Anchor::ofWords).toArray(Anchor[]::new));
        assertThat(hasBadge(verification)).as(verification.toString()).isEqualTo(isRight);
    }

    @Test
    void what_is_called_the_original_of_words_in_the_documents_own_language_lends_them_nothing() {
        var words = new QuotedWords("We shot every captive.", "en", "the talks were fruitful", "en", "en",
                WordsClaim.ALL);
        Verification verification = AnchorChecker.of(SourceText.of("The ministry said the talks were fruitful."))
                .verify(List.of(Anchor.ofWords("the talks were fruitful")), words);
        assertThat(verification.status()).isEqualTo(AnchorStatus.ALTERED);
    }

    @Test
    void a_quote_in_another_language_than_its_text_is_read_in_both() {
        var words = new QuotedWords(
                "\u043E\u0442\u043F\u0443\u0441\u0442\u0438\u043C \u043F\u043B\u0435\u043D\u043D\u044B\u0445", "en",
                null,
                null, "ru", WordsClaim.ALL);
        Verification verification = AnchorChecker.of(SourceText.of(
                "\u041C\u044B \u043D\u0435 \u043E\u0442\u043F\u0443\u0441\u0442\u0438\u043C \u043F\u043B\u0435\u043D\u043D\u044B\u0445."))
                .verify(List.of(), words);
        assertThat(hasBadge(verification)).as(verification.toString()).isFalse();
    }
}
