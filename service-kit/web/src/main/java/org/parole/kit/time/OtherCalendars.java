package org.parole.kit.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.MinguoDate;
import java.time.chrono.ThaiBuddhistDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

/** Guesses which date was meant by one that is written in another calendar or in other digits than ISO 8601 asks for. */
final class OtherCalendars {

    private static final Pattern DATE = Pattern
            .compile("(?<!\\d)(\\d{3,4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?(?:[T ].*)?", Pattern.DOTALL);
    /** As people write it who do not think of programs; no year of ours, so that nothing is guessed of 04/07/2020. */
    private static final Pattern DAY_FIRST = Pattern.compile("^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{3,4})$");
    private static final int LONGEST = 40;
    /** What is meant by a date in another calendar lies within living memory of the press. */
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);

    private OtherCalendars() {
    }

    /** A calendar's reading of a year, a month or a day: its first and last day. */
    private record Reading(String calendar, LocalDate first, LocalDate last) {

        String days() {
            return first.equals(last) ? first.toString() : first + " to " + last;
        }

        boolean isPlausible(LocalDate today) {
            return !first.isBefore(EARLIEST) && !first.isAfter(today.plusDays(1));
        }
    }

    @FunctionalInterface
    private interface Calculation {
        /** The Gregorian day; month and day begin with 1. */
        LocalDate day(int year, int month, int day);
    }

    private enum Kind {
        // The first that fits is the guess, so the calendar that newsrooms write in numbers most often comes first.
        SOLAR_HIJRI("Solar Hijri", 12, icu("persian")), LUNAR_HIJRI("lunar Hijri", 12,
                icu("islamic-umalqura")), THAI_BUDDHIST("Thai Buddhist", 12,
                        (y, m, d) -> LocalDate.from(ThaiBuddhistDate.of(y, m, d))), MINGUO("Minguo", 12,
                                (y, m, d) -> LocalDate.from(MinguoDate.of(y, m, d))),
        // Its months are numbered in two ways, so a number says the year only.
        HEBREW("Hebrew", 0, icu("hebrew"));

        private final String title;
        private final int months;
        private final Calculation calculation;

        Kind(String title, int months, Calculation calculation) {
            this.title = title;
            this.months = months;
            this.calculation = calculation;
        }

        Optional<Reading> read(int year, Integer month, Integer day) {
            try {
                if (month == null || months == 0) {
                    return Optional.of(new Reading(title, calculation.day(year, 1, 1),
                            calculation.day(year + 1, 1, 1).minusDays(1)));
                }
                if (day == null) {
                    LocalDate next = month == months
                            ? calculation.day(year + 1, 1, 1)
                            : calculation.day(year, month + 1, 1);
                    return Optional.of(new Reading(title, calculation.day(year, month, 1), next.minusDays(1)));
                }
                LocalDate date = calculation.day(year, month, day);
                return Optional.of(new Reading(title, date, date));
            } catch (DateTimeException | IllegalArgumentException e) {
                // Not a date of this calendar.
                return Optional.empty();
            }
        }
    }

    /**
     * What a text that is no date of ours may mean, as a sentence part: "1399-01-19 reads as Solar Hijri; that is
     * 2020-04-07". Empty where nothing fits.
     */
    static Optional<String> guess(String text, LocalDate today) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String ascii = withAsciiDigits(text);
        Matcher date = DATE.matcher(DAY_FIRST.matcher(ascii).replaceFirst("$3-$2-$1"));
        if (!date.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(date.group(1));
        Integer month = number(date, 2);
        Integer day = number(date, 3);
        List<Reading> readings = new ArrayList<>();
        if (year < PartialDate.FIRST_YEAR || year > PartialDate.LAST_YEAR) {
            for (Kind kind : Kind.values()) {
                kind.read(year, month, day).filter(reading -> reading.isPlausible(today)).ifPresent(readings::add);
            }
        } else if (!ascii.equals(text) && (month == null || month <= 12) && !DAY_FIRST.matcher(ascii).matches()) {
            return Optional.of("digits other than 0 to 9 are not read; " + text + " reads as " + ascii);
        }
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        Reading first = readings.get(0);
        String guess = text + " reads as " + first.calendar() + "; that is " + first.days();
        return Optional.of(readings.size() == 1
                ? guess
                : guess + " (as " + readings.get(1).calendar() + " it would be " + readings.get(1).days() + ")");
    }

    private static Integer number(Matcher date, int group) {
        return date.group(group) == null ? null : Integer.valueOf(date.group(group));
    }

    /** Decimal digits of all scripts as 0 to 9. */
    static String withAsciiDigits(String text) {
        var ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                ascii.append(Character.digit(c, 10));
            } else {
                ascii.appendCodePoint(c);
            }
        });
        return ascii.toString();
    }

    /** By the name that Unicode's locale data have for the calendar. */
    private static Calculation icu(String name) {
        return (year, month, day) -> {
            var calendar = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("und@calendar=" + name));
            calendar.clear();
            calendar.setLenient(false);
            calendar.set(year, month - 1, day);
            return Instant.ofEpochMilli(calendar.getTimeInMillis()).atOffset(ZoneOffset.UTC).toLocalDate();
        };
    }
}
