package org.parole.quote.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void the_context_is_at_most_three_hundred_characters_around_the_span() {
        var text = SourceText.of("x".repeat(500) + "words" + "y".repeat(500));
        Context context = text.context(new TextPositionSelector(500, 505)).orElseThrow();
        assertThat(context.words()).isEqualTo("words");
        assertThat(context.before()).isEqualTo("x".repeat(150));
        assertThat(context.after()).isEqualTo("y".repeat(150));
    }

    @Test
    void the_context_ends_with_the_text() {
        Context context = SourceText.of("ab words cd").context(new TextPositionSelector(3, 8)).orElseThrow();
        assertThat(context).returns("ab ", Context::before).returns("words", Context::words).returns(" cd",
                Context::after);
    }

    @Test
    void the_context_never_cuts_a_character_in_two() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        var text = SourceText.of(family + "x".repeat(147) + "words");
        // 150 code points before the words would begin inside the family
        Context context = text.context(new TextPositionSelector(152, 157)).orElseThrow();
        assertThat(context.before()).isEqualTo("x".repeat(147));
    }

    @Test
    void a_span_outside_the_text_has_no_words() {
        var text = SourceText.of("abc");
        assertThat(text.describe(new TextPositionSelector(0, 4))).isEmpty();
        assertThat(text.context(new TextPositionSelector(2, 4))).isEmpty();
        assertThat(text.contains(new TextPositionSelector(0, 3))).isTrue();
    }

    @Test
    void length_is_in_code_points_of_the_composed_text() {
        assertThat(SourceText.of("e\u0301\uD83D\uDD4A").length()).isEqualTo(2);
        assertThat(SourceText.of("e\u0301").value()).isEqualTo("\u00E9");
    }

    @Test
    void a_span_has_a_length_and_lies_in_a_text() {
        assertThatThrownBy(() -> new TextPositionSelector(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextPositionSelector(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void words_and_positions_lead_to_each_other() {
        var text = SourceText.of("\uD83D\uDD4A قال: «لن نشارك» ثم قال: «لن نشارك أبداً»");
        for (int start = 0; start < text.length() - 6; start++) {
            var span = new TextPositionSelector(start, start + 5);
            TextQuoteSelector words = text.describe(span).orElseThrow();
            if (Graphemes.isMark(text.value().codePointAt(text.utf16(span.end())))) {
                continue; // the end would cut a letter from its mark
            }
            AnchorCheck check = AnchorChecker.of(text)
                    .check(Anchor.ofWords(words.exact(), words.prefix(), words.suffix()));
            assertThat(check.spans()).as(words.exact()).containsExactly(span);
        }
    }
}
