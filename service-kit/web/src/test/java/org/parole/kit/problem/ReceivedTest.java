package org.parole.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

class ReceivedTest {

    @Test
    void short_values_are_shown() {
        assertThat(Received.value("english language")).isEqualTo("; it is 'english language'");
        assertThat(Received.value(500)).isEqualTo("; it is 500");
        assertThat(Received.value(false)).isEqualTo("; it is false");
        assertThat(Received.value("")).isEqualTo("; it is empty");
    }

    @Test
    void a_missing_value_is_not_mentioned() {
        assertThat(Received.value(null)).isEmpty();
        assertThat(Received.size(null)).isEmpty();
    }

    @Test
    void a_long_text_is_shown_by_its_beginning_and_its_length() {
        assertThat(Received.value("x".repeat(60))).isEqualTo("; it is '" + "x".repeat(60) + "'");
        assertThat(Received.value("x".repeat(1_200)))
                .isEqualTo("; it is '" + "x".repeat(60) + "…' with 1,200 characters");
    }

    @Test
    void a_text_is_never_cut_inside_a_character() {
        assertThat(Received.value("𒀀".repeat(61))).isEqualTo("; it is '" + "𒀀".repeat(60) + "…' with 122 characters");
    }

    @Test
    void a_text_that_could_forge_lines_is_not_shown() {
        assertThat(Received.value("a\nb")).isEmpty();
        assertThat(Received.value("a\u202Eb")).isEmpty();
        assertThat(Received.value("a\u0000b")).isEmpty();
    }

    @Test
    void a_text_in_the_other_direction_is_isolated() {
        assertThat(Received.value("جاويد")).isEqualTo("; it is '\u2068جاويد\u2069'");
    }

    @Test
    void sizes_are_counted_in_characters_and_items() {
        assertThat(Received.size("x")).isEqualTo("; it has 1 character");
        assertThat(Received.size("x".repeat(734))).isEqualTo("; it has 734 characters");
        assertThat(Received.size(List.of(1))).isEqualTo("; it has 1 item");
        assertThat(Received.value(Collections.nCopies(1_051, 1))).isEqualTo("; it has 1,051 items");
    }
}
