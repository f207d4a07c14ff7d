package org.parole.quote.occurrence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    private static double similarity(String first, String second) {
        return Similarity.of(Wording.of(first), Wording.of(second));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "We ask the Taliban to not sabotage the process by making excuses now | \u201Cwe ask the Taliban to not sabotage the process, by making excuses now.\u201D",
            "We ask the Taliban to not sabotage the process by making excuses now | We ask the Taliban not to sabotage the process by making excuses",
            "We are seriously asking the Americans to abide by the contents of the agreement and to alert their allies to fully abide by the agreement | We are seriously asking the Americans to abide by the contents of the agreement and to alert their allies to abide fully by the agreement",
            "the release of their prisoners was being delayed under one pretext or another | the release of our prisoners is being delayed under one pretext or another",
            "ما از طالبان می‌خواهیم که روند را مختل نکنند | ما از طالبان ميخواهیم که روند را مختل نکنند"})
    void near_copies_are_the_same(String first, String second) {
        assertThat(similarity(first, second)).isGreaterThanOrEqualTo(Similarity.SHINGLES);
        assertThat(similarity(second, first)).isEqualTo(similarity(first, second));
        assertThat(Wording.of(first).sketch()).containsAnyOf(Wording.of(second).sketch());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "We ask the Taliban to not sabotage the process by making excuses now | We ask the Taliban to release the prisoners and to reduce the violence now",
            "The group said Kabul was delaying the release of the prisoners promised under the deal | The group said the deal was nearing a breaking point because its terms were violated",
            "they would release 100 Taliban prisoners who were sick or over the age of 50 | the militant group was expected to free 20 members of the security forces in return",
            "No comment | No comment today", "The talks failed | The talks failed again"})
    void other_words_are_not(String first, String second) {
        assertThat(similarity(first, second)).isZero();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/quotebank-pairs.txt", delimiter = '|', quoteCharacter = '^')
    void words_of_the_news_are_told_apart(String kind, String speaker, String firstId, String first, String secondId,
            String second) {
        assertThat(similarity(first, second) > 0).as(speaker).isEqualTo(kind.equals("same"));
        if (kind.equals("same")) {
            assertThat(Wording.of(first).sketch()).containsAnyOf(Wording.of(second).sketch());
        }
    }

    @Test
    void case_accents_and_punctuation_do_not_count() {
        assertThat(similarity("L\u2019accord a \u00E9t\u00E9 sign\u00E9!", "l'accord a ete signe")).isEqualTo(1);
        assertThat(Wording.of("A b").hash()).isEqualTo(Wording.of("a  B.").hash());
    }
}
