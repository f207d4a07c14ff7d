package org.parole.tally.count;

import java.util.Objects;

/**
 * A number as published.
 *
 * @param comparator how it is to be read
 * @param min the lower end, where it has one
 * @param max the upper end, where it has one
 * @param wording the words it was published in, if they are kept
 */
public record Quantity(QuantityComparator comparator, Integer min, Integer max, String wording) {

    /** No lower end. */
    static final long NO_LOW = -1;
    /** No upper end. */
    static final long OPEN = Long.MAX_VALUE;

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

    /** The quantity between two ends, or in words where it has neither. */
    static Quantity of(long low, long high, boolean approximate, String wording) {
        Integer min = low < 0 ? null : Integer.valueOf((int) Math.min(low, Integer.MAX_VALUE));
        Integer max = high == OPEN ? null : Integer.valueOf((int) Math.min(high, Integer.MAX_VALUE));
        QuantityComparator comparator;
        if (min == null) {
            comparator = max == null ? QuantityComparator.SOME : QuantityComparator.UP_TO;
        } else if (max == null) {
            comparator = QuantityComparator.AT_LEAST;
        } else if (min.equals(max)) {
            comparator = approximate ? QuantityComparator.ABOUT : QuantityComparator.EXACTLY;
        } else {
            comparator = QuantityComparator.BETWEEN;
        }
        return new Quantity(comparator, min, max, wording);
    }

    long low() {
        return min == null ? NO_LOW : min;
    }

    long high() {
        return max == null ? OPEN : max;
    }

    double comparedLow() {
        return comparedLow(low(), approximate());
    }

    double comparedHigh() {
        return comparedHigh(high(), approximate());
    }

    /** A lower end as it is held against another number: an 'about' gives way by a tenth on either side. */
    static double comparedLow(long low, boolean approximate) {
        return low < 0 ? 0 : approximate ? low * 0.9 : low;
    }

    static double comparedHigh(long high, boolean approximate) {
        return high == OPEN ? Double.POSITIVE_INFINITY : approximate ? high * 1.1 : high;
    }

    boolean approximate() {
        return comparator == QuantityComparator.ABOUT;
    }

    /** The number alone: without its wording, unless it is words only. */
    Quantity number() {
        return wording == null || comparator == QuantityComparator.SOME
                ? this
                : new Quantity(comparator, min, max, null);
    }

    boolean sameNumber(Quantity other) {
        return comparator == other.comparator && Objects.equals(min, other.min) && Objects.equals(max, other.max)
                && (comparator != QuantityComparator.SOME || wording.equals(other.wording));
    }
}
