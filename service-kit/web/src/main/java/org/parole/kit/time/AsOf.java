package org.parole.kit.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.json.InvalidValueException;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The record time of a request.
 *
 * @param instant what was recorded at or before this counts; microseconds
 * @param wholeDay whether a day was given, which means its end in UTC
 */
@Schema(type = SchemaType.STRING, description = "A date-time with an offset, or a date, which means the end of that day in UTC.", examples = "2026-11-01T00:00:00Z", minLength = 10, maxLength = 40)
@RegisterForReflection
public record AsOf(Instant instant, boolean wholeDay) {

    /**
     * After this time, no transaction can still record something that counts for a record time: an answer for it never changes. It
     * must be longer than every transaction may live ({@code quarkus.transaction-manager.default-transaction-timeout}) and leave room
     * for clocks that differ.
     */
    public static final Duration SETTLED_AFTER = Duration.ofMinutes(5);

    /** Whether an answer for this record time may be kept for ever. */
    public boolean isSettled() {
        return isSettled(instant, Instant.now());
    }

    /** The same for a moment, as seen at another one. */
    public static boolean isSettled(Instant moment, Instant now) {
        return moment.isBefore(now.minus(SETTLED_AFTER));
    }

    /** Reads a date or a date-time with an offset. */
    public static AsOf parse(String text) {
        try {
            if (text.length() == 10) {
                return new AsOf(LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                        .minus(1, ChronoUnit.MICROS), true);
            }
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return new AsOf(time.toInstant().truncatedTo(ChronoUnit.MICROS), false);
            }
        } catch (DateTimeException e) {
            // The same answer as for a year that no record has.
        }
        throw new InvalidValueException("must be a date that exists or a date-time with an offset, not in the future:"
                + " 2026-11-01T00:00:00Z", text);
    }

    @Override
    @JsonValue
    public String toString() {
        return instant.toString();
    }
}
