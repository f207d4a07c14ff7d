package org.parole.tally.count;

import java.util.function.IntPredicate;

/** Binary search by a condition, where the JDK's own looks for an equal element. */
final class BinarySearch {

    private BinarySearch() {
    }

    /**
     * How many of the first elements meet a condition, which none after them meets.
     *
     * @param size how many elements there are
     * @param meets whether the element at an index meets it
     */
    static int countFirst(int size, IntPredicate meets) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (meets.test(middle)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
