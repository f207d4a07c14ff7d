package org.parole.kit.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.json.InvalidValueException;

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

    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final String EXPECTED = "must be a date that exists: 2020-04-07, or 2020-04, or 2020";

    /** Reads 2020-04-07, 2020-04 or 2020. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PartialDate parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValueException(EXPECTED);
        }
        try {
            return switch (text.length()) {
                case 4 -> new PartialDate(Year.parse(text).atDay(1), DatePrecision.YEAR);
                case 7 -> new PartialDate(YearMonth.parse(text).atDay(1), DatePrecision.MONTH);
                default -> new PartialDate(LocalDate.parse(text), DatePrecision.DAY);
            };
        } catch (DateTimeException e) {
            throw new InvalidValueException(EXPECTED);
        }
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
