package org.parole.gateway.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class SortableTimesTest {

    @Test
    void what_comes_earlier_sorts_first_however_precisely_it_is_known() {
        List<String> inOrder = List.of("2019-12-31T23:59:59.999999Z", "2020", "2020-01-01T00:00:00.5Z",
                "2020-01-01T00:00:01Z", "2020-04", "2020-04-01T00:00:00.000001Z", "2020-04-02",
                "2020-04-02T10:30:00Z", "2020-04-02T10:30:00.25Z");
        List<String> keys = inOrder.stream().map(SortableTimes::of).toList();
        assertThat(keys).isSorted().doesNotHaveDuplicates().allMatch(key -> key.length() == 30);
    }

    @Test
    void a_period_sorts_as_its_first_moment() {
        assertThat(Stream.of("2020", "2020-01", "2020-01-01", "2020-01-01T00:00:00Z").map(SortableTimes::of)
                .distinct())
                .containsExactly("2020-01-01T00:00:00.0000000000");
    }

    @Test
    void an_offset_does_not_change_the_order() {
        assertThat(SortableTimes.of("2020-04-08T00:30:00+04:30")).isEqualTo(SortableTimes.of("2020-04-07T20:00:00Z"));
        assertThat(SortableTimes.of("2020-04-08+04:30")).isEqualTo(SortableTimes.of("2020-04-07T19:30:00Z"));
    }
}
