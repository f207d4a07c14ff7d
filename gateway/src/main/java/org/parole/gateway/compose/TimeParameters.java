package org.parole.gateway.compose;

import java.time.ZoneOffset;

import org.parole.kit.time.ThreeTimes;

/** Passes the three times of a view on to the services. */
public final class TimeParameters {

    private TimeParameters() {
    }

    /** All three, for what happened or was said. */
    public static Query addAll(Query query, ThreeTimes times) {
        return addRecordTime(query.with("on", times.on).with("publishedBy", times.publishedBy), times);
    }

    /** Record time only, for what has neither an event nor a publication: an agreement, a commitment. */
    public static Query addRecordTime(Query query, ThreeTimes times) {
        if (times.asOf == null) {
            return query;
        }
        // A day stays a day: its end may still be to come, and only a day may mean "up to now".
        return query.with("asOf", times.asOf.wholeDay()
                ? times.asOf.instant().atOffset(ZoneOffset.UTC).toLocalDate()
                : times.asOf);
    }
}
