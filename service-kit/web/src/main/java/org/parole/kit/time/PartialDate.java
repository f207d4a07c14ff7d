package org.parole.kit.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.json.InvalidValueException;
import org.parole.kit.problem.Received;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A date as precise as the source is: a day, a month or a year (ISO 8601 reduced precision, EDTF level 0).
 *
 * @param from its first day
 * @param precision how much of it is known; never UNKNOWN, which is a date that is not there
 */
@Schema(type = SchemaType.STRING, description = "A day, month or year: 2020-04-07, 2020-04 or 2020.", examples = "2020-04-07", pattern = "^\\d{4}(-\\d{2}(-\\d{2})?)?$", minLength = 4, maxLength = 10)
public record PartialDate(LocalDate from, DatePrecision precision) implements Comparable<PartialDate> {

    /** The first year that is taken: that of the first newspaper. A smaller number is a year of another calendar. */
    public static final int FIRST_YEAR = 1605;
    /** The last year that is taken. A larger number is a year of another calendar. */
    public static final int LAST_YEAR = 2400;

    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final String EXPECTED = "must be a date that exists: 2020-04-07, or 2020-04, or 2020";
    /** The day begins here first: what is a date somewhere on earth is not in the future. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    // Or Jackson would bind an object to the components as well, as it does with every record.
    /** A first day and how much of it is known. */
    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    public PartialDate {
    }

    /** Reads 2020-04-07, 2020-04 or 2020. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PartialDate parse(String text) {
        try {
            if (FORM.matcher(text).matches()) {
                PartialDate date = switch (text.length()) {
                    case 4 -> new PartialDate(Year.parse(text).atDay(1), DatePrecision.YEAR);
                    case 7 -> new PartialDate(YearMonth.parse(text).atDay(1), DatePrecision.MONTH);
                    default -> new PartialDate(LocalDate.parse(text), DatePrecision.DAY);
                };
                if (isYearOfOurs(date.from.getYear())) {
                    return date;
                }
            }
        } catch (DateTimeException e) {
            // The same answer as for what is no date at all.
        }
        throw new InvalidValueException(expected(EXPECTED, text));
    }

    /** Whether a year can be that of a newspaper, an agreement or a plan: {@value #FIRST_YEAR} to {@value #LAST_YEAR}. */
    static boolean isYearOfOurs(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** What was expected, with the date that the text may mean in another calendar or in other digits. */
    static String expected(String expected, String text) {
        return expected + OtherCalendars.guess(text, LocalDate.now(EASTERNMOST)).map(guess -> "; " + guess)
                .orElseGet(() -> Received.value(text));
    }

    /** Whether it has not begun anywhere on earth: a newsroom's own today never lies in the future. */
    public boolean isInFuture(Instant now) {
        return from.isAfter(LocalDate.ofInstant(now, EASTERNMOST));
    }

    /**
     * Whether something of this date cannot have been published then: the date had begun nowhere on earth when the
     * publication time was over. With an offset or a zone, the publication's own date counts as well.
     */
    public boolean isAfter(PublicationTime published) {
        return !from.atStartOfDay(EASTERNMOST).toInstant().isBefore(published.end())
                && from.isAfter(published.lastLocalDate());
    }

    /** A date known to the day. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day, DatePrecision.DAY);
    }

    /** As two columns keep it; null where there is no date. */
    public static PartialDate of(LocalDate from, DatePrecision precision) {
        return from == null || precision == DatePrecision.UNKNOWN ? null : new PartialDate(from, precision);
    }

    /** Its last day. */
    public LocalDate to() {
        return switch (precision) {
            case YEAR -> from.withDayOfYear(from.lengthOfYear());
            case MONTH -> from.withDayOfMonth(from.lengthOfMonth());
            default -> from;
        };
    }

    /** The precision of a date that may be missing. */
    public static DatePrecision precisionOf(PartialDate date) {
        return date == null ? DatePrecision.UNKNOWN : date.precision;
    }

    @Override
    public int compareTo(PartialDate other) {
        int byDay = from.compareTo(other.from);
        return byDay != 0 ? byDay : precision.compareTo(other.precision);
    }

    @Override
    @JsonValue
    public String toString() {
        return switch (precision) {
            case YEAR -> from.toString().substring(0, 4);
            case MONTH -> from.toString().substring(0, 7);
            default -> from.toString();
        };
    }
}
