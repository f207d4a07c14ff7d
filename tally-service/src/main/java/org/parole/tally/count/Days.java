package org.parole.tally.count;

/**
 * When a reported event was, as epoch days.
 *
 * @param since the first day that the number covers ('within the past two days'); else first
 * @param first the first day on which the event can have been
 * @param last the last day on which the event can have been
 */
public record Days(int since, int first, int last) implements Comparable<Days> {

    /** @throws IllegalArgumentException where the days are out of order */
    public Days {
        if (since > first || first > last) {
            throw new IllegalArgumentException("The days are out of order");
        }
    }

    /** One day. */
    public static Days on(int day) {
        return new Days(day, day, day);
    }

    /** The earlier last day first, then the earlier first one. */
    @Override
    public int compareTo(Days other) {
        int order = Integer.compare(last, other.last);
        order = order != 0 ? order : Integer.compare(first, other.first);
        return order != 0 ? order : Integer.compare(since, other.since);
    }
}
