package org.parole.tally.count;

/**
 * Low, best and high of one measure, and how they came about.
 *
 * @param low the lowest figure that stands, or null
 * @param best the figure that the rule chose, or null
 * @param high the highest figure that stands, or null
 * @param open whether low or high is the number of an open figure; the bounds say which
 * @param approximate whether a figure behind them is an 'about'
 * @param rule the rule that chose best
 * @param oneSided whether all totals that vote come from one side
 * @param otherSide the other side's last word, where one-sided, or null
 * @param bounds whose figures low and high are
 * @param reason why something is null, or null where nothing is
 */
public record Figures(Long low, Long best, Long high, boolean open, boolean approximate, Sentence rule,
        boolean oneSided, OtherSide otherSide, Bounds bounds, Sentence reason) {

    static Figures unknown(Sentence rule, Sentence reason) {
        return new Figures(null, null, null, false, false, rule, false, null, Bounds.NONE, reason);
    }

    /** The same, added to the figures of another list. */
    Figures plus(Figures other, String scope) {
        Sentence both = other.reason == null
                ? reason
                : reason == null
                        ? ofList(other, scope)
                        : Sentence.of("both", "one", reason, "other", ofList(other, scope));
        return new Figures(plus(low, other.low), plus(best, other.best), plus(high, other.high), open || other.open,
                approximate || other.approximate, Sentence.of("rule.with", "rule", rule, "scope", scope),
                oneSided || other.oneSided, otherSide == null ? other.otherSide : otherSide, Bounds.NONE, both);
    }

    /** The same, with another last word of the other side. */
    Figures withOtherSide(OtherSide other) {
        return new Figures(low, best, high, open, approximate, rule, oneSided, other, bounds, reason);
    }

    /** The same, as those of one list among several. */
    Figures of(String scope) {
        return new Figures(low, best, high, open, approximate, rule, oneSided, otherSide, bounds,
                reason == null ? null : ofList(this, scope));
    }

    private static Sentence ofList(Figures other, String scope) {
        return Sentence.of("reason.scope", "scope", scope, "reason", other.reason);
    }

    private static Long plus(Long a, Long b) {
        return a == null || b == null ? null : Long.valueOf(a + b);
    }
}
