package org.parole.kit.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.json.InvalidValueException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * When something was published: a moment, or a day where the hour is not known.
 *
 * @param instant the moment, or the start of the day in its zone; microseconds, as PostgreSQL keeps them
 * @param wholeDay whether only the day is known
 * @param zone the offset or zone in which it was given; UTC where a day came without one
 */
@Schema(type = SchemaType.STRING, description = "A day (2020-04-07, the whole day in UTC), a day with an offset or a zone (2020-04-07+04:30, 2020-04-07[Asia/Kabul]), or a date-time with either (2020-04-07T18:30:00Z, 2020-04-07T23:00:00+04:30). In a query, write + as %2B.", examples = "2020-04-07", minLength = 10, maxLength = 64)
public record PublicationTime(Instant instant, boolean wholeDay, ZoneId zone) {

    private static final int DAY_LENGTH = 10;
    private static final int LONGEST = 64;
    private static final Pattern ZONED_DAY = Pattern
            .compile("(\\d{4}-\\d{2}-\\d{2})(Z|[+-]\\d{2}:\\d{2}|\\[[^\\[\\]]+])");
    private static final Pattern ZONED_MOMENT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T[0-9:.]+)(\\[[^\\[\\]]+])");
    private static final String EXPECTED = "must be a date that exists or a date-time with an offset or a zone:"
            + " 2020-04-07, 2020-04-07T18:30:00Z, 2020-04-07T23:00:00+04:30 or 2020-04-07[Asia/Kabul]";
    /** Clocks differ: a moment that has hardly come is not in the future. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);
    private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

    /** With a zone in any case. */
    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    public PublicationTime {
        Objects.requireNonNull(zone, "zone");
    }

    /** In UTC. */
    public PublicationTime(Instant instant, boolean wholeDay) {
        this(instant, wholeDay, ZoneOffset.UTC);
    }

    /** As columns keep it. */
    public static PublicationTime of(Instant instant, boolean wholeDay, int offsetSeconds) {
        return new PublicationTime(instant, wholeDay, ZoneOffset.ofTotalSeconds(offsetSeconds));
    }

    /**
     * Reads a date, or a date or a date-time with an offset (ISO 8601, XML Schema) or a zone in brackets (RFC 9557).
     *
     * @throws InvalidValueException with what was expected, and the date that may be meant in another calendar
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PublicationTime parse(String text) {
        try {
            PublicationTime time = text.length() > LONGEST ? null : read(text);
            if (time != null && PartialDate.isYearOfOurs(time.instant.atZone(time.zone).getYear())) {
                return time;
            }
        } catch (DateTimeException e) {
            // The same answer as for a year that no source has.
        }
        throw new InvalidValueException(PartialDate.expected(EXPECTED, text));
    }

    private static PublicationTime read(String text) {
        if (text.length() == DAY_LENGTH) {
            return day(LocalDate.parse(text), ZoneOffset.UTC);
        }
        Matcher day = ZONED_DAY.matcher(text);
        if (day.matches()) {
            return day(LocalDate.parse(day.group(1)), zone(day.group(2)));
        }
        Matcher local = ZONED_MOMENT.matcher(text);
        if (local.matches()) {
            return local(LocalDateTime.parse(local.group(1)), zone(local.group(2)));
        }
        if (!text.endsWith("]")) {
            return moment(onEarth(OffsetDateTime.parse(text).toZonedDateTime()));
        }
        var time = OffsetDateTime.parse(text.substring(0, text.indexOf('[')));
        ZoneId zone = zone(text.substring(text.indexOf('[')));
        // With Z, nothing is said of the clocks there (RFC 9557, 2.2).
        if (time.getOffset() != ZoneOffset.UTC
                && !zone.getRules().isValidOffset(time.toLocalDateTime(), time.getOffset())) {
            throw new InvalidValueException("must have an offset that its zone had then, or none", text);
        }
        return moment(time.atZoneSameInstant(zone));
    }

    private static PublicationTime local(LocalDateTime time, ZoneId zone) {
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            throw new InvalidValueException("must be a time that the clocks of its zone did not leave out",
                    time.toString());
        }
        return moment(onEarth(time.atZone(zone)));
    }

    /** No clocks are farther from UTC; what is farther would be the future of everybody. */
    private static ZonedDateTime onEarth(ZonedDateTime time) {
        ZoneOffset offset = time.getOffset();
        boolean isFixed = time.getZone().getRules().isFixedOffset();
        if (isFixed && (offset.compareTo(EASTERNMOST) < 0 || offset.compareTo(WESTERNMOST) > 0)) {
            throw new InvalidValueException("must have an offset that clocks on earth have, from -12:00 to +14:00",
                    offset.getId());
        }
        return time;
    }

    private static ZoneId zone(String text) {
        return text.startsWith("[") ? ZoneId.of(text.substring(1, text.length() - 1)) : ZoneOffset.of(text);
    }

    private static PublicationTime day(LocalDate day, ZoneId zone) {
        ZonedDateTime start = onEarth(day.atStartOfDay(zone));
        if (!start.toLocalDate().equals(day)) {
            throw new InvalidValueException("must be a day that the calendar of its zone did not leave out",
                    day.toString());
        }
        return new PublicationTime(start.toInstant(), true, zone);
    }

    private static PublicationTime moment(ZonedDateTime time) {
        return new PublicationTime(time.toInstant().truncatedTo(ChronoUnit.MICROS), false, time.getOffset());
    }

    /** The first moment after it: the end of the day, or just after the moment. As a bound: published before this. */
    public Instant end() {
        return wholeDay
                ? instant.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant()
                : instant.plus(1, ChronoUnit.MICROS);
    }

    /** How far its zone is from UTC then, in seconds. */
    public int offsetSeconds() {
        return zone.getRules().getOffset(instant).getTotalSeconds();
    }

    /** The date on the calendar where it was published. */
    public LocalDate lastLocalDate() {
        return instant.atZone(zone).toLocalDate();
    }

    /**
     * Whether it has not come yet: a moment later than now, clocks' differences allowed; a day that has begun nowhere in its
     * zone or, where it came without one, nowhere on earth.
     */
    public boolean isInFuture(Instant now) {
        if (!wholeDay) {
            return instant.isAfter(now.plus(CLOCKS_DIFFER));
        }
        var today = LocalDate.ofInstant(now, zone.equals(ZoneOffset.UTC) ? EASTERNMOST : zone);
        return lastLocalDate().isAfter(today);
    }

    /** The form in which it was given: a day stays a day, and the offset stays. */
    @Override
    @JsonValue
    public String toString() {
        if (!wholeDay) {
            return zone.equals(ZoneOffset.UTC)
                    ? instant.toString()
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
        }
        String day = lastLocalDate().toString();
        if (zone.equals(ZoneOffset.UTC)) {
            return day;
        }
        return zone instanceof ZoneOffset ? day + zone : day + '[' + zone + ']';
    }
}
