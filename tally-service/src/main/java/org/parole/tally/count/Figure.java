package org.parole.tally.count;

/**
 * One number in a finding: whose it is, or what it stands for.
 *
 * @param label whose figure it is, or what it measures ('gap')
 * @param low its lower end
 * @param high its upper end; the number where it is open
 * @param open whether the figure is open: 'over 900', 'up to 400'
 */
public record Figure(String label, Long low, Long high, boolean open) {

    static Figure of(String label, Range range) {
        return new Figure(label, range.low(), range.high(), !range.closed());
    }

    static Figure of(Statement statement) {
        return of(statement.claimant.label(), statement.range);
    }
}
