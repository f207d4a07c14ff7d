package org.parole.kit.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.json.InvalidValueException;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * When something was published: a moment, or a day where the hour is not known.
 *
 * @param instant the moment, or the start of the day in UTC; microseconds, as PostgreSQL keeps them
 * @param wholeDay whether only the day is known
 */
@Schema(type = SchemaType.STRING, description = "A day (2020-04-07, taken as the whole day in UTC) or a moment with its offset (2020-04-07T18:30:00Z).", examples = "2020-04-07", minLength = 10, maxLength = 40)
public record PublicationTime(Instant instant, boolean wholeDay) {

    /** Reads a date or a date-time with an offset. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PublicationTime parse(String text) {
        try {
            if (text.length() == 10) {
                return new PublicationTime(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant(), true);
            }
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return new PublicationTime(time.toInstant().truncatedTo(ChronoUnit.MICROS), false);
            }
        } catch (DateTimeException e) {
            // The same answer as for a year that no source has.
        }
        throw new InvalidValueException("must be a date that exists or a date-time with an offset: 2020-04-07 or"
                + " 2020-04-07T18:30:00Z");
    }

    /** The first moment after it: the end of the day, or just after the moment. As a bound: published before this. */
    public Instant end() {
        return wholeDay ? instant.plus(1, ChronoUnit.DAYS) : instant.plus(1, ChronoUnit.MICROS);
    }

    @Override
    @JsonValue
    public String toString() {
        return wholeDay ? instant.atOffset(ZoneOffset.UTC).toLocalDate().toString() : instant.toString();
    }
}
