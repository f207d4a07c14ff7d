package org.parole.kit.time;

/** How much of a date is known. */
public enum DatePrecision {
    DAY, MONTH, YEAR, UNKNOWN
}
