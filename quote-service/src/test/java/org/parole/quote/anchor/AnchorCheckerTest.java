package org.parole.quote.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.anchor.AnchorStatus.AMBIGUOUS;
import static org.parole.quote.anchor.AnchorStatus.EXACT;
import static org.parole.quote.anchor.AnchorStatus.NORMALISED;
import static org.parole.quote.anchor.AnchorStatus.ORPHANED;
import static org.parole.quote.anchor.AnchorStatus.UNCHECKED;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorCheckerTest {

    private static final String ARTICLE = """
            Suhail Shaheen, a spokesman for the group\u2019s political office in Qatar, said on Twitter a technical team \
            would not participate in \u201Cfruitless meetings\u201D and the release of their prisoners was being \
            \u201Cdelayed under one pretext or another,\u201D Reuters reported.

            \u201CWe ask the Taliban to not sabotage the process by making excuses now,\u201D Javid Faisal, a spokesman \
            for the National Security Council in Kabul, said.

            \u201CWe are seriously asking the Americans to abide by the contents of the agreement and to alert their \
            allies to fully abide by the agreement,\u201D the Taliban statement said.
            """;

    private static AnchorCheck check(String text, Anchor anchor) {
        return AnchorChecker.of(SourceText.of(text)).check(anchor);
    }

    private static AnchorCheck check(String text, String words) {
        return check(text, Anchor.ofWords(words));
    }

    private static String wordsAt(String text, AnchorCheck check) {
        var source = SourceText.of(text);
        return String.join("|",
                check.spans().stream().map(span -> source.describe(span).orElseThrow().exact()).toList());
    }

    private static void assertFound(String text, String words, AnchorStatus status, String at) {
        AnchorCheck check = check(text, words);
        assertThat(check.status()).as(check.detail()).isEqualTo(status);
        assertThat(wordsAt(text, check)).isEqualTo(at);
    }

    @Nested
    class LetterByLetter {
        @Test
        void words_in_the_text_are_exact() {
            assertFound(ARTICLE, "fruitless meetings", EXACT, "fruitless meetings");
            assertThat(check(ARTICLE, "fruitless meetings").detail()).isNull();
        }

        @Test
        void the_context_comes_from_the_text_when_the_client_gave_none() {
            TextQuoteSelector selector = check(ARTICLE, "fruitless meetings").selector();
            assertThat(selector.prefix()).isEqualTo(" team would not participate in \u201C");
            assertThat(selector.suffix()).startsWith("\u201D and the release of their");
        }

        @Test
        void words_that_are_not_there_are_orphaned() {
            AnchorCheck check = check(ARTICLE, "fruitful meetings");
            assertThat(check.status()).isEqualTo(ORPHANED);
            assertThat(check.spans()).isEmpty();
            assertThat(check.detail()).isEqualTo("The words are not in the text.");
        }

        @Test
        void without_a_text_nothing_is_checked() {
            AnchorCheck check = AnchorChecker.of(null).check(Anchor.ofWords("fruitless meetings"));
            assertThat(check.status()).isEqualTo(UNCHECKED);
            assertThat(check.spans()).isEmpty();
        }

        @Test
        void letters_inside_other_words_do_not_make_words_ambiguous() {
            assertFound("The prisoners wait. A prisoner is free. More prisoners wait.", "prisoner", EXACT, "prisoner");
            assertThat(check("The prisoners wait. A prisoner is free.", "prisoner").spans())
                    .containsExactly(new TextPositionSelector(22, 30));
        }

        @Test
        void accents_matter_and_case_costs_the_exact() {
            assertThat(check("Les négociations ont échoué.", "negociations").status()).isEqualTo(ORPHANED);
            AnchorCheck check = check("We ask the Taliban.", "we ask");
            assertThat(check.status()).isEqualTo(NORMALISED);
            assertThat(check.detail()).contains("capital and small letters");
        }
    }

    @Nested
    class WritingSetAside {
        @ParameterizedTest
        @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
                "group's political office | group\u2019s political office",
                "`in \"fruitless meetings\" and` | in \u201Cfruitless meetings\u201D and",
                "in \u00ABfruitless meetings\u00BB and | in \u201Cfruitless meetings\u201D and",
                "in \u201Efruitless\u00A0meetings\u201C  and | in \u201Cfruitless meetings\u201D and",
                "delayed under one pretext or another. | delayed under one pretext or another",
                "\u201Cdelayed under one pretext or another.\u201D | delayed under one pretext or another"})
        void quotation_marks_white_space_and_closing_punctuation(String words, String at) {
            assertFound(ARTICLE, words, NORMALISED, at);
        }

        @ParameterizedTest
        @ValueSource(strings = {"The deal -- he said -- is dead", "The deal\u2014he said\u2014is dead",
                "The deal - he said - is dead", "The deal \u2013 he said \u2013 is dead",
                "The  deal \u2015 he\nsaid \u2212 is\u202Fdead"})
        void dashes_of_every_kind(String words) {
            String text = "\u201CThe deal \u2014 he said\u2014 is dead,\u201D she wrote.";
            assertFound(text, words, NORMALISED, "The deal \u2014 he said\u2014 is dead");
        }

        @ParameterizedTest
        @ValueSource(strings = {"We shall... see", "We shall . . . see", "We shall…see", "We shall .... see"})
        void ellipses_however_typed(String words) {
            assertFound("He said: We shall \u2026 see.", words, NORMALISED, "We shall \u2026 see");
        }

        @Test
        void nested_quotation_marks() {
            String text = "\u201CHe told us, \u2018Leave at once,\u2019 and we left,\u201D she said.";
            assertFound(text, "\"He told us, 'Leave at once,' and we left\"", NORMALISED,
                    "He told us, \u2018Leave at once,\u2019 and we left");
            assertFound("\u201C\u2018No,\u2019 he said,\u201D she said.", "\"'No,' he said\"", NORMALISED,
                    "No,\u2019 he said");
        }

        @Test
        void invisible_characters_and_ligatures() {
            assertFound("The e\u00ADvac\u00ADu\u00ADa\u00ADtion is \uFB01nal.", "evacuation is final", NORMALISED,
                    "e\u00ADvac\u00ADu\u00ADa\u00ADtion is \uFB01nal");
        }

        @Test
        void words_of_punctuation_only_are_not_found_everywhere() {
            assertThat(check(ARTICLE, "\" ' \"").status()).isEqualTo(ORPHANED);
            assertThat(check(ARTICLE, "[\u2026]").status()).isEqualTo(ORPHANED);
        }
    }

    @Nested
    class LeftOutAndPutIn {
        @ParameterizedTest
        @ValueSource(strings = {"We ask the Taliban \u2026 making excuses now",
                "We ask the Taliban [...] making excuses now",
                "We ask the Taliban (\u2026) making excuses now.", "\"We ask the Taliban ... making excuses now,\""})
        void an_ellipsis_stands_for_words_of_the_text(String words) {
            assertFound(ARTICLE, words, NORMALISED, "We ask the Taliban|making excuses now");
        }

        @Test
        void an_ellipsis_does_not_reach_across_the_whole_text() {
            String text = "We begin here. " + "Much is said in between. ".repeat(100) + "We end there.";
            assertThat(check(text, "We begin \u2026 end there").status()).isEqualTo(ORPHANED);
        }

        @Test
        void square_brackets_replace_words() {
            assertFound(ARTICLE, "We ask [the insurgents] to not sabotage", NORMALISED, "We ask|to not sabotage");
            assertFound(ARTICLE, "[They] are seriously asking", NORMALISED, "are seriously asking");
        }

        @Test
        void square_brackets_replace_letters() {
            assertFound(ARTICLE, "[w]e ask the Taliban", NORMALISED, "We ask the Taliban");
            assertFound(ARTICLE, "alert the[ir] allies", NORMALISED, "alert their allies");
        }

        @Test
        void square_brackets_of_the_text_may_be_missing() {
            String text = "\u201CThey [the guards] opened the gate,\u201D she said, \u201Cand it were [sic] night.\u201D";
            assertFound(text, "They opened the gate", NORMALISED, "They [the guards] opened the gate");
            assertFound(text, "They the guards opened the gate", NORMALISED, "They [the guards] opened the gate");
            assertFound(text, "it were night", NORMALISED, "it were [sic] night");
            assertFound(text, "They [the guards] opened", EXACT, "They [the guards] opened");
        }

        @Test
        void the_nearer_beginning_wins() {
            assertFound("The deal. The deal is, in short, dead.", "The deal \u2026 dead", NORMALISED, "The deal|dead");
            assertThat(check("The deal. The deal is, in short, dead.", "The deal \u2026 dead").spans().get(0).start())
                    .isEqualTo(10);
        }
    }

    @Nested
    class SeveralPlaces {
        private static final String TEXT = "He said no on Monday. She said no on Tuesday. They said no.";

        @Test
        void are_ambiguous_and_said_to_be() {
            AnchorCheck check = check(TEXT, "said no");
            assertThat(check.status()).isEqualTo(AMBIGUOUS);
            assertThat(check.detail()).contains("3 times").contains("prefix");
            assertThat(check.spans()).containsExactly(new TextPositionSelector(3, 10));
        }

        @Test
        void are_told_apart_by_a_prefix() {
            assertThat(check(TEXT, Anchor.ofWords("said no", "She ", null)))
                    .returns(EXACT, AnchorCheck::status)
                    .returns(List.of(new TextPositionSelector(26, 33)), AnchorCheck::spans);
        }

        @Test
        void are_told_apart_by_a_suffix_written_in_another_way() {
            assertThat(
                    check("\u201CNo,\u201D he said. \u201CNo!\u201D she said.", Anchor.ofWords("No", null, ",\" he")))
                    .returns(EXACT, AnchorCheck::status)
                    .returns(List.of(new TextPositionSelector(1, 3)), AnchorCheck::spans);
        }

        @Test
        void are_told_apart_by_a_position() {
            assertThat(check(TEXT, new Anchor("said no", null, null, 51, 58)))
                    .returns(EXACT, AnchorCheck::status)
                    .returns(List.of(new TextPositionSelector(51, 58)), AnchorCheck::spans);
        }

        @Test
        void stay_ambiguous_when_the_context_fits_two_or_none() {
            assertThat(check(TEXT, Anchor.ofWords("said no", null, " on ")).status()).isEqualTo(AMBIGUOUS);
            assertThat(check(TEXT, Anchor.ofWords("said no", "Nobody ", null)).status()).isEqualTo(AMBIGUOUS);
        }

        @Test
        void a_wrong_position_does_not_hide_words_that_stand_once() {
            assertThat(check(TEXT, new Anchor("on Monday", null, null, 1, 4)).status()).isEqualTo(EXACT);
        }
    }

    @Nested
    class Positions {
        @Test
        void give_positions_and_get_the_words() {
            AnchorCheck check = check(ARTICLE, Anchor.ofPosition(0, 14));
            assertThat(check.status()).isEqualTo(EXACT);
            assertThat(check.selector().exact()).isEqualTo("Suhail Shaheen");
            assertThat(check.selector().prefix()).isEmpty();
        }

        @Test
        void outside_the_text_is_orphaned() {
            assertThat(check("short", Anchor.ofPosition(3, 9)).status()).isEqualTo(ORPHANED);
        }

        @Test
        void count_code_points_not_utf16_units_or_bytes() {
            String text = "\uD83D\uDD4A\uFE0F Peace \uD83E\uDD1D now";
            AnchorCheck check = check(text, "now");
            assertThat(check.spans()).containsExactly(new TextPositionSelector(11, 14));
            assertThat(check(text, Anchor.ofPosition(11, 14)).selector().exact()).isEqualTo("now");
        }

        @Test
        void count_code_points_of_the_text_in_nfc() {
            String decomposed = "Ne\u0301gocier, c\u2019est ce\u0301der";
            AnchorCheck check = check(decomposed, "c\u2019est c\u00E9der");
            assertThat(check.status()).isEqualTo(EXACT);
            assertThat(check.spans()).containsExactly(new TextPositionSelector(10, 21));
            assertThat(check("N\u00E9gocier", "Ne\u0301gocier").status()).isEqualTo(EXACT);
        }
    }

    @Nested
    class WritingSystems {
        private static final String ARABIC = "قال المتحدث: «لن نشارك في اجتماعات عقيمة» وأضاف أن الإفراج تأخّر.";
        private static final String DARI = "جاوید فیصل گفت: «ما از طالبان می‌خواهیم که روند را مختل نکنند.»";

        @Test
        void arabic_words_are_exact() {
            assertFound(ARABIC, "لن نشارك في اجتماعات عقيمة", EXACT, "لن نشارك في اجتماعات عقيمة");
            assertThat(check(ARABIC, "لن نشارك").spans()).containsExactly(new TextPositionSelector(14, 22));
        }

        @Test
        void arabic_vowel_marks_and_tatweel_are_set_aside() {
            assertFound(ARABIC, "أن الإفراج تأخر", NORMALISED, "أن الإفراج تأخّر");
            assertFound(ARABIC, "لن نشـــارك فِي اجتماعات", NORMALISED, "لن نشارك في اجتماعات");
        }

        @Test
        void dari_words_are_found_with_arabic_letters_and_without_the_joiner() {
            assertFound(DARI, "ما از طالبان می‌خواهیم", EXACT, "ما از طالبان می‌خواهیم");
            assertFound(DARI, "ما از طالبان ميخواهيم که", NORMALISED, "ما از طالبان می‌خواهیم که");
        }

        @Test
        void a_letter_is_not_found_inside_a_letter_with_a_mark() {
            // q with a tilde has no composed form, so NFC leaves two code points
            assertThat(check("q\u0303", "q").status()).isEqualTo(ORPHANED);
            assertFound("a q\u0303 b", "q\u0303", EXACT, "q\u0303");
        }

        @Test
        void an_emoji_is_not_found_inside_a_larger_one() {
            String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
            assertThat(check("The " + family + " left", "\uD83D\uDC69").status()).isEqualTo(ORPHANED);
            assertFound("The " + family + " left", family + " left", EXACT, family + " left");
            assertThat(check("\uD83D\uDC4D\uD83C\uDFFD", "\uD83D\uDC4D").status()).isEqualTo(ORPHANED);
            // the flags of Germany and of Spain contain, side by side, neither E-E nor the flag of Sweden
            assertThat(check("\uD83C\uDDE9\uD83C\uDDEA\uD83C\uDDEA\uD83C\uDDF8", "\uD83C\uDDEA\uD83C\uDDEA").status())
                    .isEqualTo(ORPHANED);
        }

        @Test
        void scripts_without_spaces_have_words_everywhere() {
            assertFound("発言者は「我々は交渉に応じない」と述べた。", "交渉に応じない", EXACT, "交渉に応じない");
        }

        @Test
        void right_to_left_marks_are_set_aside() {
            assertFound("He said \u200F\u0644\u0627\u200F today", "said \u0644\u0627 today", NORMALISED,
                    "said \u200F\u0644\u0627\u200F today");
        }
    }

    @Nested
    class WholeQuotes {
        @Test
        void the_worst_anchor_decides() {
            Verification verification = AnchorChecker.of(SourceText.of(ARTICLE)).verify(
                    List.of(Anchor.ofWords("fruitless meetings"), Anchor.ofWords("never said"),
                            Anchor.ofWords("abide by")),
                    QuotedWords.direct("ignored", "en"));
            assertThat(verification.status()).isEqualTo(ORPHANED);
            assertThat(verification.detail()).isEqualTo("The words are not in the text.");
            assertThat(verification.anchors()).extracting(AnchorCheck::status).containsExactly(EXACT, ORPHANED,
                    AMBIGUOUS);
        }

        @Test
        void without_anchors_the_content_is_looked_for() {
            Verification verification = AnchorChecker.of(SourceText.of(ARTICLE)).verify(List.of(),
                    QuotedWords.direct("We ask the Taliban to not sabotage the process by making excuses now", "en"));
            assertThat(verification.status()).isEqualTo(EXACT);
            assertThat(verification.anchors()).hasSize(1);
        }

        @Test
        void hostile_words_take_no_time() {
            String text = "a ".repeat(100_000);
            String words = "a \u2026 ".repeat(2_000) + "b";
            Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(check(text, words).status())
                    .isEqualTo(ORPHANED));
        }
    }
}
