package org.parole.gateway.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.gateway.imports.mapping.Numbers.UnreadableNumberException;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4917 | en | EXACTLY 4917 4917
            4917.0 | en | EXACTLY 4917 4917
            4,917 | en | EXACTLY 4917 4917
            4 917 | fr | EXACTLY 4917 4917
            4\u00a0917 | ru | EXACTLY 4917 4917
            4.917 | de | EXACTLY 4917 4917
            4.917 | en | EXACTLY 4917 4917
            5.000 | de | EXACTLY 5000 5000
            5.000 | en | EXACTLY 5000 5000
            4’917 | de-CH | EXACTLY 4917 4917
            ۴۹۱۷ | fa | EXACTLY 4917 4917
            ٤٬٩١٧ | ar | EXACTLY 4917 4917
            ४९१७ | hi | EXACTLY 4917 4917
            some 900 | en | ABOUT 900 900
            about 900 prisoners | en | ABOUT 900 900
            ~900 | en | ABOUT 900 900
            at least 4,200 | en | AT_LEAST 4200 null
            4,200+ | en | AT_LEAST 4200 null
            ≥ 12 | en | AT_LEAST 12 null
            more than 2,700 | en | OVER 2700 null
            >2700 | en | OVER 2700 null
            up to 5,000 | en | UP_TO null 5000
            fewer than 20 | en | UP_TO null 19
            31-52 | en | BETWEEN 31 52
            31–52 | en | BETWEEN 31 52
            between 31 and 52 | en | BETWEEN 31 52
            31 bis 52 | de | BETWEEN 31 52
            19 of 60 | en | EXACTLY 19 19
            dozens | en | SOME null null
            hundreds | en | SOME null null
            none | en | EXACTLY 0 0
            0 | en | EXACTLY 0 0
            5 тыс | ru | EXACTLY 5000 5000
            rund 900 | de | ABOUT 900 900
            mindestens 12 | de | AT_LEAST 12 null
            environ 900 | fr | ABOUT 900 900
            plus de 2 700 | fr | OVER 2700 null
            не менее 12 | ru | AT_LEAST 12 null
            более 2700 | ru | OVER 2700 null
            حوالي 900 | ar | ABOUT 900 900
            """)
    void numbers_are_read_as_they_are_written(String cell, String language, String expected)
            throws UnreadableNumberException {
        Numbers.Read read = Numbers.read(cell, language);
        assertThat(read.comparator() + " " + read.min() + " " + read.max()).isEqualTo(expected);
    }

    @Test
    void a_part_of_a_whole_keeps_the_whole() throws UnreadableNumberException {
        assertThat(Numbers.read("19 out of the 60", "en").outOf()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            many people | is no number
            100 and 20 and 30 | has more than one number
            4.5 | is no whole number
            -5000000000 | must be between
            """)
    void what_is_no_number_of_people_says_so(String cell, String reason) {
        assertThatThrownBy(() -> Numbers.read(cell, "en")).hasMessageContaining(reason);
    }
}
