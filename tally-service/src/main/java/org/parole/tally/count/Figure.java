package org.parole.tally.count;

/**
 * One number in a finding: whose it is, or what it stands for.
 *
 * @param label whose figure it is, or what it measures ('gap')
 * @param low its lower end, or null
 * @param high its upper end, or null
 */
public record Figure(String label, Long low, Long high) {

    static Figure of(String label, long low, long high) {
        return new Figure(label, low < 0 ? null : low, high == Quantity.OPEN ? null : high);
    }
}
