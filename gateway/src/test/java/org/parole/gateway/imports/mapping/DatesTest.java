package org.parole.gateway.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.gateway.imports.mapping.Dates.UnreadableDateException;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-05-31 | iso | gregorian | 2020-05-31
            2020-05 | iso | gregorian | 2020-05
            2020 | iso | gregorian | 2020
            20200531 | iso | gregorian | 2020-05-31
            2020-05-31T18:30:00Z | iso | gregorian | 2020-05-31T18:30:00Z
            2020-05-31 18:30:00+0430 | iso | gregorian | 2020-05-31T18:30:00+04:30
            2020-05-31 18:30 | iso | gregorian | 2020-05-31
            1590940200 | epoch | gregorian | 2020-05-31T15:50:00Z
            1590940200000 | epoch | gregorian | 2020-05-31T15:50:00Z
            September 18, 2025 | iso | gregorian | 2025-09-18
            Sept. 18, 2025 | iso | gregorian | 2025-09-18
            18 September 2025 | iso | gregorian | 2025-09-18
            Thursday, 18 September 2025 | iso | gregorian | 2025-09-18
            18th of September 2025 | iso | gregorian | 2025-09-18
            2025 September 18 | iso | gregorian | 2025-09-18
            18-Sep-25 | iso | gregorian | 2025-09-18
            September 2025 | iso | gregorian | 2025-09
            18/9/2025 | day-first | gregorian | 2025-09-18
            9/18/2025 | month-first | gregorian | 2025-09-18
            18/9/2025 | iso | gregorian | 2025-09-18
            3/4/2025 | day-first | gregorian | 2025-04-03
            3/4/2025 | month-first | gregorian | 2025-03-04
            18.09.25 | day-first | gregorian | 2025-09-18
            18. September 2025 | day-first | gregorian | 2025-09-18
            31. Mai 2020 | day-first | gregorian | 2020-05-31
            31. März 2020 | day-first | gregorian | 2020-03-31
            31 mai 2020 | day-first | gregorian | 2020-05-31
            14 juillet 2020 | day-first | gregorian | 2020-07-14
            11 марта 2020 г. | day-first | gregorian | 2020-03-11
            31 de mayo de 2020 | day-first | gregorian | 2020-05-31
            31 مايو 2020 | day-first | gregorian | 2020-05-31
            ٣١ مايو ٢٠٢٠ | day-first | gregorian | 2020-05-31
            2020年5月31日 | iso | gregorian | 2020-05-31
            18 Sawr 1399 | iso | persian | 2020-05-07
            1399/02/18 | iso | persian | 2020-05-07
            ۱۳۹۹/۰۲/۱۸ | iso | persian | 2020-05-07
            ۱۸ ثور ۱۳۹۹ | iso | persian | 2020-05-07
            43982 | serial | gregorian | 2020-05-31
            """)
    void dates_are_read_as_they_are_written(String cell, String order, String calendar, String expected)
            throws UnreadableDateException {
        assertThat(Dates.read(cell, new DateRule(order, calendar, null)).on()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-05-06/2020-05-07 | 2020-05-06 | 2020-05-07
            6-7 May 2020 | 2020-05-06 | 2020-05-07
            6.–7. Mai 2020 | 2020-05-06 | 2020-05-07
            """)
    void several_days_are_a_span(String cell, String since, String on) throws UnreadableDateException {
        assertThat(Dates.read(cell, new DateRule(DateRule.ISO, DateRule.GREGORIAN, null)))
                .isEqualTo(new Dates.Read(on, since));
    }

    @Test
    void a_day_that_may_be_a_month_is_refused_where_nothing_tells() {
        assertThatThrownBy(() -> Dates.read("3/4/2025", new DateRule(DateRule.UNDECIDED, DateRule.GREGORIAN, null)))
                .hasMessageContaining("day or as month first").hasMessageContaining("day-first");
    }

    @ParameterizedTest
    @CsvSource({"2020-02-30", "soon", "31/31/2020", "1399-02-18x"})
    void what_is_no_date_says_so(String cell) {
        assertThatThrownBy(() -> Dates.read(cell, new DateRule(DateRule.DAY_FIRST, DateRule.GREGORIAN, null)))
                .hasMessageContaining("is no date: '" + cell + "'");
    }

    @Test
    void a_month_of_two_languages_is_read_in_the_declared_one() throws UnreadableDateException {
        assertThat(Dates.read("3 listopada 2020", new DateRule(DateRule.ISO, DateRule.GREGORIAN, "pl")).on())
                .isEqualTo("2020-11-03");
        assertThat(Dates.read("3. listopada 2020", new DateRule(DateRule.ISO, DateRule.GREGORIAN, "hr")).on())
                .isEqualTo("2020-10-03");
        assertThatThrownBy(() -> Dates.read("3 listopada 2020", new DateRule(DateRule.ISO, DateRule.GREGORIAN, "en")))
                .hasMessageContaining("is no date");
    }
}
