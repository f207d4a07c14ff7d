package org.parole.tally.count;

/**
 * Low, best and high of one measure, and how they came about.
 *
 * @param low the lowest figure in force, or null
 * @param best the figure that the rule chose, or null
 * @param high the highest figure in force, or null where there is no upper end
 * @param approximate whether a figure behind them is an 'about'
 * @param rule the rule that chose best, in words
 * @param oneSided whether only one side has spoken (policy cautious)
 * @param reason why something is null, or null where nothing is
 */
public record Figures(Long low, Long best, Long high, boolean approximate, String rule, boolean oneSided,
        String reason) {

    static Figures unknown(String rule, String reason) {
        return new Figures(null, null, null, false, rule, false, reason);
    }
}
