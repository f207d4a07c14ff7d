package org.parole.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.json.InvalidValueException;
import org.parole.kit.json.StrictJson;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class TimesThatCannotBeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1399-01-19 | 1399-01-19 reads as Solar Hijri; that is 2020-04-07 (as lunar Hijri it would be 1978-12-19)",
            "۱۳۹۹-۰۱-۱۹ | reads as Solar Hijri; that is 2020-04-07",
            "1399/01/19 | reads as Solar Hijri; that is 2020-04-07", "1399-01-19T10:30:00+03:30 | 2020-04-07",
            "1399-01 | reads as Solar Hijri; that is 2020-03-20 to 2020-04-19",
            "1399 | reads as Solar Hijri; that is 2020-03-20 to 2021-03-20",
            "1399-12-30 | that is 2021-03-20", "1399-02-31 | that is 2020-05-20",
            "1441-08-14 | reads as lunar Hijri; that is 2020-04-07", "١٤٤١-٠٨-١٤ | lunar Hijri; that is 2020-04-07",
            "2563-04-07 | reads as Thai Buddhist; that is 2020-04-07", "๒๕๖๓-๐๔-๐๗ | Thai Buddhist; that is 2020-04-07",
            "2563 | Thai Buddhist; that is 2020-01-01 to 2020-12-31", "109-04-07 | Minguo; that is 2020-04-07",
            "19/01/1399 | reads as Solar Hijri; that is 2020-04-07", "19-1-1399 | Solar Hijri; that is 2020-04-07",
            "١٤/٠٨/١٤٤١ | reads as lunar Hijri; that is 2020-04-07", "7.4.2563 | Thai Buddhist; that is 2020-04-07",
            "5780 | reads as Hebrew; that is 2019-09-30 to 2020-09-18",
            "1399/1/19 | reads as Solar Hijri; that is 2020-04-07", "۱۳۹۹.۱.۱۹ | Solar Hijri; that is 2020-04-07",
            "1403-01-01 | Solar Hijri; that is 2024-03-20", "1404-07-01 | Solar Hijri; that is 2025-09-23",
            "1445-09-01 | reads as lunar Hijri; that is 2024-03-11", "2567-01-31 | Thai Buddhist; that is 2024-01-31",
            "113-01-31 | Minguo; that is 2024-01-31", "२०२०-०४-०७ | reads as 2020-04-07",
            "２０２０-０４-０７ | reads as 2020-04-07",
            "٢٠٢٠-٠٤-٠٧ | digits other than 0 to 9 are not read; ٢٠٢٠-٠٤-٠٧ reads as 2020-04-07"})
    void the_date_that_is_meant_is_named(String text, String guess) {
        assertThat(OtherCalendars.guess(text, TODAY)).get().asString().contains(guess);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1399-13-01", "1400-12-30x1", "soon", "", "20/19/01", "7.4.2020", "٠٧/٠٤/٢٠٢٠",
            "31/13/1399", "0000-00-00", "9999-99-99",
            "999999999999999999999999", "1500-01-01-1500-01-01-1500-01-01-1500-01-01"})
    void what_is_no_date_of_any_calendar_is_not_guessed(String text) {
        assertThat(OtherCalendars.guess(text, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "2020", "true", "[\"2020-04-07\"]",
            "{\"from\": \"2020-04-07\", \"precision\": \"DAY\"}", "{\"instant\": \"2020-04-07T00:00:00Z\"}",
            "{\"instant\": \"2020-04-07T00:00:00Z\", \"wholeDay\": true, \"zone\": \"Z\"}"})
    void a_time_is_a_string_in_json(String json) {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);

        assertThatThrownBy(() -> mapper.readValue(json, PartialDate.class))
                .isInstanceOf(MismatchedInputException.class);
        assertThatThrownBy(() -> mapper.readValue(json, PublicationTime.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1399-01-19", "1604-12-31", "2563-04-07", "2401-01-01", "0001-01-01", "2020-02-30",
            "2020-04-07T18:30", "2020-04-07T18:30:00+0430", "2020-04-07T24:00:00Z", "2020-04-07+4:30",
            "2020-04-07[Kabul]", "2020-04-07[]", "2020-04-07 04:30", "1403-01-01", "1445-09-01", "2567-01-31",
            "113-01-31", "2020-4-7",
            "7.4.2020", "04/07/2020", "2020-13-01", "2021-02-29", "２０２０-０４-０７", "2020-04-07T25:00:00Z",
            "2020-04-07T18:30:00+25:00", "2020-W15-2", "yesterday", "2020-04-07T18:30:00[Nowhere/City]", ""})
    void times_that_cannot_be_read_are_refused(String text) {
        assertThatThrownBy(() -> PublicationTime.parse(text)).isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("must be a date that exists");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2020-04-07T18:30:00+15:00 | an offset that clocks on earth have",
            "2020-04-07-13:00 | an offset that clocks on earth have",
            "2020-04-07[UTC+18] | an offset that clocks on earth",
            "2020-03-29T02:30[Europe/Paris] | a time that the clocks of its zone did not leave out",
            "2011-12-30[Pacific/Apia] | a day that the calendar of its zone did not leave out",
            "2020-04-07T10:00:00+02:00[Asia/Kabul] | an offset that its zone had then",
            "2020-07-07T10:00:00+01:00[Europe/Paris] | an offset that its zone had then"})
    void times_that_no_clock_showed_are_refused(String text, String why) {
        assertThatThrownBy(() -> PublicationTime.parse(text)).isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2020-04-07T18:30:00+14:00 | 2020-04-07T04:30:00Z",
            "2020-04-07T18:30:00-12:00 | 2020-04-08T06:30:00Z",
            "2020-04-07T10:00:00Z[Asia/Kabul] | 2020-04-07T10:00:00Z",
            "2020-10-25T02:30:00+01:00[Europe/Paris] | 2020-10-25T01:30:00Z",
            "2011-12-31[Pacific/Apia] | 2011-12-30T10:00:00Z",
            "1850-01-01T10:00[Asia/Kabul] | 1850-01-01T05:23:12Z"})
    void times_that_some_clock_showed_are_read(String text, Instant instant) {
        assertThat(PublicationTime.parse(text).instant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1399", "1399-01", "1604-12-31", "2401", "۱۳۹۹", "2563-04-07"})
    void dates_of_other_calendars_are_refused(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("must be a date that exists");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2020-04-07 | 2020-04-07 | 2020-04-07T00:00:00Z | 2020-04-08T00:00:00Z",
            "2020-04-07Z | 2020-04-07 | 2020-04-07T00:00:00Z | 2020-04-08T00:00:00Z",
            "2020-04-07+04:30 | 2020-04-07+04:30 | 2020-04-06T19:30:00Z | 2020-04-07T19:30:00Z",
            "2020-04-07[Asia/Kabul] | 2020-04-07[Asia/Kabul] | 2020-04-06T19:30:00Z | 2020-04-07T19:30:00Z",
            // The day on which the clocks are put forward has 23 hours.
            "2020-03-29[Europe/Paris] | 2020-03-29[Europe/Paris] | 2020-03-28T23:00:00Z | 2020-03-29T22:00:00Z",
            "2020-04-08T00:30:00+04:30 | 2020-04-08T00:30:00+04:30 | 2020-04-07T20:00:00Z | 2020-04-07T20:00:00.000001Z",
            "2020-04-08T00:30:00+04:30[Asia/Kabul] | 2020-04-08T00:30:00+04:30 | 2020-04-07T20:00:00Z | 2020-04-07T20:00:00.000001Z",
            "2020-04-08T00:30[Asia/Kabul] | 2020-04-08T00:30:00+04:30 | 2020-04-07T20:00:00Z | 2020-04-07T20:00:00.000001Z",
            "2020-04-07T18:30:00Z | 2020-04-07T18:30:00Z | 2020-04-07T18:30:00Z | 2020-04-07T18:30:00.000001Z"})
    void the_offset_is_kept(String text, String givenBack, Instant start, Instant end) {
        var time = PublicationTime.parse(text);
        assertThat(time).hasToString(givenBack);
        assertThat(time.instant()).isEqualTo(start);
        assertThat(time.end()).isEqualTo(end);
        assertThat(PublicationTime.parse(givenBack)).isEqualTo(time);
        var stored = PublicationTime.of(time.instant(), time.wholeDay(), time.offsetSeconds());
        assertThat(stored.lastLocalDate()).isEqualTo(time.lastLocalDate());
    }

    @Test
    void today_is_never_the_future_anywhere_on_earth() {
        // It is the 29th in Kiribati already.
        var now = Instant.parse("2026-11-28T10:30:00Z");
        assertThat(PartialDate.parse("2026-11-29").isInFuture(now)).isFalse();
        assertThat(PartialDate.parse("2026-11-30").isInFuture(now)).isTrue();
        assertThat(PartialDate.parse("2026-11").isInFuture(now)).isFalse();
        assertThat(PartialDate.parse("2026-12").isInFuture(now)).isTrue();
        assertThat(PublicationTime.parse("2026-11-29").isInFuture(now)).isFalse();
        assertThat(PublicationTime.parse("2026-11-30").isInFuture(now)).isTrue();
        assertThat(PublicationTime.parse("2026-11-29+04:30").isInFuture(now)).isTrue();
        assertThat(PublicationTime.parse("2026-11-29[Pacific/Kiritimati]").isInFuture(now)).isFalse();
        assertThat(PublicationTime.parse("2026-11-28T10:31:00Z").isInFuture(now)).isFalse();
        assertThat(PublicationTime.parse("2026-11-28T11:30:00Z").isInFuture(now)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // said, published, whether it cannot be
            "2024-03-01 | 2024-01-31 | true", "2024-02-02 | 2024-01-31 | true", "2024-02 | 2023-12-31 | true",
            "2025 | 2024-01-31 | true", "2024-01-31 | 2024-01-31 | false", "2024-01 | 2024-01-01 | false",
            // The morning of the next day in Auckland is the evening of this one in New York.
            "2024-02-01 | 2024-01-31 | false", "2020-04-08 | 2020-04-08T00:30:00+04:30 | false",
            "2020-04-09 | 2020-04-08T00:30:00+04:30 | true", "2020-04-08 | 2020-04-07T09:00:00Z | true",
            "2020-04-08 | 2020-04-07+04:30 | false"})
    void nothing_is_said_after_it_was_printed(String said, String published, boolean cannotBe) {
        assertThat(PartialDate.parse(said).isAfter(PublicationTime.parse(published))).isEqualTo(cannotBe);
    }
}
