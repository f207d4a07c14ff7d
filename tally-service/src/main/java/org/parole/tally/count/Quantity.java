package org.parole.tally.count;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A number as published.
 *
 * @param comparator how it is to be read
 * @param min the lower end, where it has one
 * @param max the upper end, where it has one
 * @param wording the words it was published in, if they are kept
 */
public record Quantity(QuantityComparator comparator, Integer min, Integer max, String wording) {

    public Quantity {
        Objects.requireNonNull(comparator, "comparator");
        switch (comparator) {
            case EXACTLY, ABOUT -> {
                if (min == null && max == null || min != null && max != null && !min.equals(max)) {
                    throw new IllegalArgumentException(comparator + " takes one number");
                }
                min = min == null ? max : min;
                max = min;
            }
            case AT_LEAST, OVER -> require(min != null && max == null, comparator, "takes min alone");
            case UP_TO -> require(min == null && max != null, comparator, "takes max alone");
            case BETWEEN -> require(min != null && max != null && min <= max, comparator, "takes min and max");
            case SOME -> require(min == null && max == null && wording != null, comparator, "takes words alone");
        }
        require((min == null || min >= 0) && (max == null || max >= 0), comparator, "cannot be negative");
    }

    private static void require(boolean fits, QuantityComparator comparator, String rule) {
        if (!fits) {
            throw new IllegalArgumentException(comparator + " " + rule);
        }
    }

    /** '5,000'. */
    public static Quantity exactly(int number) {
        return new Quantity(QuantityComparator.EXACTLY, number, number, null);
    }

    /** 'about 900'. */
    public static Quantity about(int number) {
        return new Quantity(QuantityComparator.ABOUT, number, number, null);
    }

    /** 'at least 20'. */
    public static Quantity atLeast(int number) {
        return new Quantity(QuantityComparator.AT_LEAST, number, null, null);
    }

    /** 'over 3,895'. */
    public static Quantity over(int number) {
        return new Quantity(QuantityComparator.OVER, number, null, null);
    }

    /** 'up to 5,000'. */
    public static Quantity upTo(int number) {
        return new Quantity(QuantityComparator.UP_TO, null, number, null);
    }

    /** 'between 100 and 120'. */
    public static Quantity between(int min, int max) {
        return new Quantity(QuantityComparator.BETWEEN, min, max, null);
    }

    /** 'dozens'. */
    public static Quantity some(String wording) {
        return new Quantity(QuantityComparator.SOME, null, null, wording);
    }

    /** What it is worth, or null where its words name no number. */
    public Range range() {
        return switch (comparator) {
            case EXACTLY -> Range.exactly(min);
            case ABOUT -> new Range(min, min, false, false, true);
            case AT_LEAST, OVER -> new Range(min, min, false, true, false);
            case UP_TO -> new Range(0, max, true, false, false);
            case BETWEEN -> new Range(min, max, false, false, false);
            case SOME -> {
                OptionalInt floor = VagueWords.floorOf(wording);
                yield floor.isEmpty() ? null : new Range(floor.getAsInt(), floor.getAsInt(), false, true, true);
            }
        };
    }

    /** The number alone: without its wording, unless it is words only. */
    Quantity number() {
        return wording == null || comparator == QuantityComparator.SOME
                ? this
                : new Quantity(comparator, min, max, null);
    }

    /** Whether both are the same number, in the same words where they are words only. */
    boolean sameNumber(Quantity other) {
        return number().equals(other.number());
    }
}
