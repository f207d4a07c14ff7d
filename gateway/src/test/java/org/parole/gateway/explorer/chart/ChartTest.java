package org.parole.gateway.explorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

class ChartTest {

    private static final LocalDate DAY = LocalDate.parse("2019-11-19");

    private static Chart of(Chart.Point... points) {
        List<Chart.Line> lines = List.of(points).stream()
                .map(point -> new Chart.Line("North", "RELEASING_PARTY", List.of(point))).toList();
        return new Chart("", "", "", 2L, "", List.of(new Chart.Answer(DAY, 2L, 2L, 2L)), lines, List.of(),
                Locale.ENGLISH);
    }

    private static Chart.Point point(LocalDate on, long value) {
        return new Chart.Point(on, value, "/", "");
    }

    @Test
    void one_figure_of_one_day_is_no_chart_even_if_several_give_it() {
        assertThat(of(point(DAY, 2), point(DAY, 2)).isWorthALook()).isFalse();
        assertThat(of(point(DAY, 2), point(DAY, 3)).isWorthALook()).isTrue();
        assertThat(of(point(DAY, 2), point(DAY.plusDays(1), 2)).isWorthALook()).isTrue();
    }
}
