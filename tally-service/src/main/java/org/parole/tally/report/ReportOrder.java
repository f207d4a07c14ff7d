package org.parole.tally.report;

/** How a list of release reports is ordered. */
public enum ReportOrder {

    /** By event date, the first first. */
    OLDEST("eventFrom, id", "(eventFrom, id) > (:afterDay, :afterId)"),
    /** By event date, the last first. */
    NEWEST("eventFrom desc, id desc", "(eventFrom, id) < (:afterDay, :afterId)"),
    /** By when they were first recorded, the last first: ids grow with time. */
    RECORDED("id desc", "id < :afterId");

    private final String order;
    private final String after;

    ReportOrder(String order, String after) {
        this.order = order;
        this.after = after;
    }

    /** The order, as HQL. */
    String order() {
        return order;
    }

    /** The condition on what comes after the last row of a page, whose day is {@code :afterDay} and whose id {@code :afterId}. */
    String after() {
        return after;
    }
}
