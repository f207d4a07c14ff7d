package org.parole.gateway.imports.mapping;

import java.util.List;

/**
 * How the dates of a column are written.
 *
 * @param order {@link #ISO}, {@link #DAY_FIRST}, {@link #MONTH_FIRST}, {@link #EPOCH}, {@link #SERIAL} or {@link #UNDECIDED}; ISO dates
 *              and dates with the month in words are read under each of them
 * @param calendar {@link #GREGORIAN}, {@link #PERSIAN} (Solar Hijri) or {@link #ISLAMIC}
 * @param language the language of the names of months; null for any
 */
record DateRule(String order, String calendar, String language) {

    static final String ISO = "iso";
    static final String DAY_FIRST = "day-first";
    static final String MONTH_FIRST = "month-first";
    static final String EPOCH = "epoch";
    static final String SERIAL = "serial";
    /** Nothing in the column tells a day from a month; dates that need it are refused. */
    static final String UNDECIDED = "undecided";
    static final List<String> ORDERS = List.of(ISO, DAY_FIRST, MONTH_FIRST, EPOCH, SERIAL, UNDECIDED);

    static final String GREGORIAN = "gregorian";
    static final String PERSIAN = "persian";
    static final String ISLAMIC = "islamic";
    static final List<String> CALENDARS = List.of(GREGORIAN, PERSIAN, ISLAMIC);
}
