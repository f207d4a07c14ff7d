package org.parole.kit.language;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number in a text.
 *
 * @param kind     what it says
 * @param value    the number as the language of the text reads it; null for {@link Kind#VAGUE} and where it is too long
 *                 to mean anything
 * @param readings all numbers that it can be: 1.200 is a thousand and more to some, little more than one to others
 * @param about    whether the words themselves give it as a round number: a dozen, a hundred or so
 * @param start    its first UTF-16 position in the text
 * @param end      the UTF-16 position after it
 * @param text     how it is written
 */
public record Figure(Kind kind, BigDecimal value, List<BigDecimal> readings, boolean about, int start, int end,
        String text) {

    /** What a number says. Only a COUNT says how many there are of something. */
    public enum Kind {
        /** How many of something, or a number of which nothing else is known. */
        COUNT,
        /** Dozens, hundreds: many, but no number. */
        VAGUE, FRACTION, PERCENTAGE, ORDINAL, DATE, YEAR, TIME, DURATION, AGE, MONEY, MEASURE,
        /** A number that counts nothing: of a resolution, an article, an aircraft. */
        CODE
    }

    /** Copies the readings. */
    public Figure {
        readings = List.copyOf(readings);
    }

    /** Whether the number can be read as this one. */
    public boolean canBe(BigDecimal number) {
        return readings.stream().anyMatch(reading -> reading.compareTo(number) == 0);
    }

    /** Whether two figures can be the same number of the same kind. */
    public boolean isSame(Figure other) {
        return kind == other.kind && about == other.about
                && (value == null && other.value == null && readings.isEmpty() && other.readings.isEmpty()
                        ? written().equals(other.written())
                        : readings.stream().anyMatch(other::canBe));
    }

    /** How it is written, in letters and digits: of two dates and times that alone is compared. */
    private String written() {
        var written = new StringBuilder();
        Folding.caseless(text).signs().codePoints().filter(Character::isLetterOrDigit)
                .forEach(written::appendCodePoint);
        return written.toString();
    }
}
