package org.parole.gateway.compose;

import org.parole.kit.time.PublicationTime;

/** Moments and dates as texts of one length that sort as time does. */
public final class SortableTimes {

    private static final String FIRST_OF_YEAR = "-01-01";
    private static final String MIDNIGHT = "T00:00:00";
    private static final int LENGTH = 30;
    private static final int DAY_LENGTH = 10;

    private SortableTimes() {
    }

    /**
     * A moment, a day, a month or a year; a period sorts as its first moment, and what comes with an offset as the same in
     * UTC. The services leave zeros at the end of fractions of seconds out.
     */
    public static String of(String text) {
        String time = inUtc(text).replace("Z", "");
        if (time.length() == 4) {
            time += FIRST_OF_YEAR;
        } else if (time.length() == 7) {
            time += FIRST_OF_YEAR.substring(3);
        }
        if (time.length() == 10) {
            time += MIDNIGHT;
        }
        if (time.length() == 16) {
            time += MIDNIGHT.substring(6);
        }
        return (time.contains(".") ? time : time + ".") + "0".repeat(Math.max(0, LENGTH - time.length()
                - (time.contains(".") ? 0 : 1)));
    }

    private static String inUtc(String text) {
        return text.length() <= DAY_LENGTH || text.endsWith("Z")
                ? text
                : PublicationTime.parse(text).instant().toString();
    }
}
