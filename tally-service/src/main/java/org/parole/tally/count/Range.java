package org.parole.tally.count;

/**
 * What a figure is worth: two ends, each with a number. An open end keeps the number that was said: 'over 900' is 900 and
 * open above, 'up to 400' is 0 to 400 and open below.
 *
 * @param low the lower end, people
 * @param high the upper end, people
 * @param openLow whether there may be fewer than anybody has said
 * @param openHigh whether there may be more than anybody has said
 * @param approximate whether it is an 'about'
 */
public record Range(long low, long high, boolean openLow, boolean openHigh, boolean approximate) {

    private static final double OF_ABOUT = 0.9;
    private static final double OF_WORDS = 0.75;

    /** One number. */
    public static Range exactly(long number) {
        return new Range(number, number, false, false, false);
    }

    /** Whether both ends are closed. */
    boolean closed() {
        return !openLow && !openHigh;
    }

    /** Whether it says how many at the least or at the most only. 'All but a few' says how many. */
    boolean isLimit() {
        return openHigh || openLow && !approximate;
    }

    /** Whether it is one number and nothing else. */
    boolean exact() {
        return closed() && !approximate && low == high;
    }

    /**
     * The lower end as it is held against another number: an 'about' gives way by a tenth, and a vague word, whose floor is only a
     * convention, by a quarter: 21 is no denial of 'dozens'. 'All but a few', which is open below,
     * is no ceiling but a number told in words, and gives way as an 'about' does.
     */
    double comparedLow() {
        return approximate ? low * (openHigh ? OF_WORDS : OF_ABOUT) : openLow ? 0 : low;
    }

    /** The upper end as it is held against another number. */
    double comparedHigh() {
        return openHigh ? Double.POSITIVE_INFINITY : approximate ? high * 1.1 : high;
    }

    /** Whether both can be true. */
    boolean agreesWith(Range other) {
        return comparedLow() <= other.comparedHigh() && other.comparedLow() <= comparedHigh();
    }

    /** The same, with both ends no lower than a number. */
    Range atLeast(long number) {
        return new Range(Math.max(low, number), Math.max(high, number), openLow, openHigh, approximate);
    }

    /** Both together. */
    Range plus(Range other) {
        return new Range(low + other.low, high + other.high, openLow || other.openLow, openHigh || other.openHigh,
                approximate || other.approximate);
    }

    /** From the lower of the two to the higher; an end is open where the one that gives it is. */
    Range span(Range other) {
        boolean lower = other.low < low || other.low == low && openLow;
        boolean higher = other.high > high || other.high == high && other.openHigh;
        return new Range(Math.min(low, other.low), Math.max(high, other.high), lower ? other.openLow : openLow,
                higher ? other.openHigh : openHigh, approximate || other.approximate);
    }
}
