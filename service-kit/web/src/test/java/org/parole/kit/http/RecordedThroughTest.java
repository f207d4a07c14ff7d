package org.parole.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedThroughTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"quotes=17 | 17", "tallies=3, quotes=17 | 17", "quotes=17,quotes=18 | 18",
            " quotes=0 | 0", "quotes=999999999999999999 | 999999999999999999"})
    void the_place_in_its_own_feed_is_taken(String header, long place) {
        assertThat(RecordedThrough.in(List.of(header), "quotes")).hasValue(place);
    }

    @Test
    void headers_that_stand_beside_each_other_count_together() {
        assertThat(RecordedThrough.in(List.of("quotes=17", "tallies=3", "quotes=16"), "quotes")).hasValue(17);
    }

    @Test
    void without_a_place_in_the_feed_nothing_is_asked_for() {
        assertThat(RecordedThrough.in(List.of(), "quotes")).isEqualTo(OptionalLong.empty());
        assertThat(RecordedThrough.in(List.of("tallies=3, quotes-2=5"), "quotes")).isEqualTo(OptionalLong.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "quotes", "quotes=", "quotes=-1", "quotes=x", "quotes=1;a", "QUOTES=1",
            "tallies=3,", "quotes=9999999999999999999"})
    void all_and_what_cannot_be_read_is_beyond_every_replica(String header) {
        assertThat(RecordedThrough.in(List.of(header), "quotes")).hasValue(Long.MAX_VALUE);
    }
}
