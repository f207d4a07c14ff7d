package org.parole.gateway.imports.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

/** Reads the dates that stand in cells. */
final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern ISO_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d+)?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern ISO_SPAN = Pattern
            .compile("(\\d{4}-\\d{2}-\\d{2})\\s*(?:/|–|—|to|bis|-)\\s*(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern NUMERIC = Pattern
            .compile("(\\d{1,4})\\s*[./\\-]\\s*(\\d{1,2})\\s*[./\\-]\\s*(\\d{1,4})\\.?(?:[ T,]+\\d{1,2}:\\d{2}.*)?");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})\\s*[./]\\s*(\\d{4})");
    private static final Pattern DAYS_OF_MONTH = Pattern.compile("(\\d{1,2})\\.?\\s*[–—-]\\s*(\\d{1,2})(\\D.*)");
    private static final Pattern EAST_ASIAN = Pattern
            .compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]?");
    private static final Pattern PARTS = Pattern.compile("\\d+|[\\p{L}\\p{M}][\\p{L}\\p{M}'’]*");
    private static final Pattern TIME_OF_DAY = Pattern
            .compile("\\b\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*(?:AM|PM|am|pm|Uhr|h))?");
    private static final long LATEST_EPOCH = 32_503_680_000L;

    private Dates() {
    }

    /**
     * What a cell says.
     *
     * @param on a day, month or year as ISO 8601, or a date-time with its offset where the cell has one
     * @param since the first day where the cell names several; null otherwise
     */
    record Read(String on, String since) {
    }

    /** A cell that is no date, with why: "is no date", "can be 3 April or 4 March". */
    static final class UnreadableDateException extends Exception {
        UnreadableDateException(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads a cell by the rule of its column. */
    static Read read(String cell, DateRule rule) throws UnreadableDateException {
        String text = EAST_ASIAN.matcher(Digits.ascii(cell).strip()).replaceAll("$1-$2-$3");
        try {
            Read read = readable(text, rule);
            if (read != null) {
                return read;
            }
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            // No such day; said below.
        }
        throw new UnreadableDateException("is no date: '" + shortened(cell) + "'");
    }

    private static Read readable(String text, DateRule rule) throws UnreadableDateException {
        boolean gregorian = rule.calendar().equals(DateRule.GREGORIAN);
        Matcher span = ISO_SPAN.matcher(text);
        if (gregorian && span.matches()) {
            return new Read(LocalDate.parse(span.group(2)).toString(), LocalDate.parse(span.group(1)).toString());
        }
        Matcher time = ISO_TIME.matcher(text);
        if (gregorian && time.matches()) {
            return on(timed(time));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches() && !(rule.order().equals(DateRule.SERIAL) && iso.group(2) == null)) {
            return on(date(number(iso, 1), number(iso, 2), number(iso, 3), rule));
        }
        if (rule.order().equals(DateRule.EPOCH) && text.matches("-?\\d{1,16}")) {
            return on(epoch(Long.parseLong(text)));
        }
        if (rule.order().equals(DateRule.SERIAL) && text.matches("\\d{1,6}(\\.\\d+)?")) {
            return on(LocalDate.of(1899, 12, 30).plusDays((long) Double.parseDouble(text)).toString());
        }
        Matcher compact = COMPACT.matcher(text);
        if (gregorian && compact.matches()) {
            return on(date(number(compact, 1), number(compact, 2), number(compact, 3), rule));
        }
        Matcher numeric = NUMERIC.matcher(text);
        if (numeric.matches()) {
            return on(numeric(numeric, rule));
        }
        Matcher month = MONTH_YEAR.matcher(text);
        if (month.matches()) {
            return on(date(number(month, 2), number(month, 1), null, rule));
        }
        return inWords(TIME_OF_DAY.matcher(text).replaceAll(" "), rule);
    }

    private static Read on(String date) {
        return new Read(date, null);
    }

    private static String timed(Matcher time) {
        LocalDate day = LocalDate.parse(time.group(1));
        if (time.group(3) == null) {
            // Without an offset nobody knows which moment it was; the day is what can be said.
            return day.toString();
        }
        String clock = time.group(2).length() == 5 ? time.group(2) + ":00" : time.group(2);
        String offset = time.group(3).equals("UTC")
                ? "Z"
                : time.group(3).length() == 5
                        ? time.group(3).substring(0, 3) + ":" + time.group(3).substring(3)
                        : time.group(3);
        return day + "T" + clock + offset;
    }

    /** Seconds since 1970, or milliseconds where seconds would lie beyond the year 3000. */
    private static String epoch(long number) {
        long seconds = Math.abs(number) > LATEST_EPOCH ? number / 1000 : number;
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toInstant().toString();
    }

    private static String numeric(Matcher numeric, DateRule rule) throws UnreadableDateException {
        int first = number(numeric, 1);
        int second = number(numeric, 2);
        int third = number(numeric, 3);
        if (numeric.group(1).length() >= 3) {
            return date(first, second, third, rule);
        }
        int year = numeric.group(3).length() <= 2 ? century(third) : third;
        boolean dayFirst = rule.order().equals(DateRule.DAY_FIRST);
        if (!dayFirst && !rule.order().equals(DateRule.MONTH_FIRST)) {
            if (first <= 12 && second <= 12 && first != second) {
                throw new UnreadableDateException("can be read as day or as month first: '" + numeric.group()
                        + "'; the mapping must say \"date\": \"day-first\" or \"month-first\"");
            }
            dayFirst = first > 12 || first == second;
        }
        return date(year, dayFirst ? second : first, dayFirst ? first : second, rule);
    }

    /** '25' is 2025 and '98' is 1998: no date of a release lies half a century ahead. */
    private static int century(int year) {
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static Read inWords(String text, DateRule rule) throws UnreadableDateException {
        Matcher days = DAYS_OF_MONTH.matcher(text);
        if (days.matches()) {
            Read last = inWords(days.group(2) + days.group(3), rule);
            Read first = last == null || last.on().length() != 10 ? null : inWords(days.group(1) + days.group(3), rule);
            return first == null ? null : new Read(last.on(), first.on());
        }
        List<Integer> numbers = new ArrayList<>();
        int month = 0;
        Matcher parts = PARTS.matcher(text);
        while (parts.find()) {
            String part = parts.group();
            if (Character.isDigit(part.charAt(0))) {
                numbers.add(part.length() > 4 ? -1 : Integer.parseInt(part));
            } else {
                int named = MonthNames.of(part, rule.language(), rule.calendar());
                if (named > 0 && month > 0 && named != month) {
                    return null;
                }
                month = named > 0 ? named : month;
            }
        }
        if (month == 0 || numbers.isEmpty() || numbers.size() > 2) {
            return null;
        }
        if (numbers.size() == 1) {
            return numbers.get(0) > 99 ? on(date(numbers.get(0), month, null, rule)) : null;
        }
        boolean yearFirst = numbers.get(0) > 31;
        int year = numbers.get(yearFirst ? 0 : 1);
        int day = numbers.get(yearFirst ? 1 : 0);
        return on(date(year < 100 ? century(year) : year, month, day, rule));
    }

    private static Integer number(Matcher matcher, int group) {
        return matcher.group(group) == null ? null : Integer.valueOf(matcher.group(group));
    }

    /** No release before this year is claimed, and no other calendar in use has come so far. */
    private static final int FIRST_YEAR = 1700;

    /** The Gregorian date; a year or a month of another calendar lies in two of ours, so that only its days can be said. */
    private static String date(int year, Integer month, Integer day, DateRule rule)
            throws UnreadableDateException {
        // A column of another calendar may have some of ours: the year tells them apart.
        if (rule.calendar().equals(DateRule.GREGORIAN) || year >= FIRST_YEAR) {
            if (year > 2999) {
                throw new IllegalArgumentException();
            }
            if (year < FIRST_YEAR) {
                throw new UnreadableDateException("has the year " + year
                        + ", which is of another calendar: the mapping must say \"calendar\": \"persian\" or \"islamic\"");
            }
            if (month == null) {
                return String.format("%04d", year);
            }
            return day == null
                    ? String.format("%04d-%02d", year, LocalDate.of(year, month, 1).getMonthValue())
                    : LocalDate.of(year, month, day).toString();
        }
        if (month == null || day == null) {
            throw new IllegalArgumentException();
        }
        String name = rule.calendar().equals(DateRule.ISLAMIC) ? "islamic-umalqura" : "persian";
        Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("und@calendar=" + name));
        calendar.clear();
        calendar.setLenient(false);
        calendar.set(year, month - 1, day);
        return Instant.ofEpochMilli(calendar.getTimeInMillis()).atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String shortened(String cell) {
        return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
    }
}
