package org.parole.tally.count;

import java.util.List;

/**
 * The released figures over time.
 *
 * @param points one for each date
 * @param conflicts the disagreements found by the last date, each with the date from which it stands
 * @param gaps the gaps found by the last date
 */
public record Series(List<Point> points, List<Conflict> conflicts, List<Gap> gaps) {

    /** The same without what only repeats the answer at its end: it ends at the last change. */
    public Series untilLastChange() {
        int end = points.size();
        while (end > 1 && points.get(end - 1).released().equals(points.get(end - 2).released())) {
            end--;
        }
        return new Series(points.subList(0, end), conflicts, gaps);
    }

    /**
     * The answer at one date.
     *
     * @param day the date, as an epoch day
     * @param released what was freed by then
     */
    public record Point(int day, Figures released) {
    }

    /** At which dates to answer. */
    public enum Pace {
        /** Where something changed. */
        CHANGE, DAY, WEEK, MONTH
    }
}
