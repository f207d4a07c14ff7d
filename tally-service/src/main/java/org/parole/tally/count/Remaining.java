package org.parole.tally.count;

/**
 * What is still to go, and the released part of the promised.
 *
 * @param toGo people still to be released; below zero where more have been released than were promised
 * @param share the part that has been released; above 1 where more have been released than were promised
 * @param reason why something is null, or why it is below zero; else null
 */
public record Remaining(Span toGo, Share share, Sentence reason) {

    /** Parts of the promised whole; unknown is null. */
    public record Share(Double low, Double best, Double high) {
    }

    static Remaining of(Quantity promised, Figures released, boolean ofAPart) {
        Range whole = promised == null || ofAPart ? null : promised.range();
        if (whole == null || released.low() == null && released.high() == null) {
            return new Remaining(Span.UNKNOWN, new Share(null, null, null),
                    Sentence.of(
                            ofAPart ? "remaining.part" : whole == null ? "remaining.noPromise" : "remaining.unknown"));
        }
        boolean oneNumber = whole.low() == whole.high();
        boolean openHigh = released.bounds().high() != null && released.bounds().high().open();
        Long low = whole.openLow() || released.high() == null || openHigh
                ? null
                : Long.valueOf(whole.low() - released.high());
        Long high = whole.openHigh() || released.low() == null ? null : Long.valueOf(whole.high() - released.low());
        Long best = !oneNumber || !whole.closed() || released.best() == null
                ? null
                : Long.valueOf(whole.low() - released.best());
        Share share = new Share(part(released.low(), whole.openHigh() ? null : Long.valueOf(whole.high())),
                best == null ? null : part(released.best(), whole.low()),
                openHigh ? null : part(released.high(), whole.openLow() ? null : Long.valueOf(whole.low())));
        return new Remaining(new Span(low, best, high), share, reason(whole, released, low, best, high));
    }

    private static Sentence reason(Range whole, Figures released, Long low, Long best, Long high) {
        Long most = released.high() != null ? released.high() : released.low();
        if (high != null && high < 0 || best != null && best < 0) {
            return Sentence.of("remaining.impossible", "released",
                    best != null && best < 0 ? released.best() : released.low(),
                    "promised", whole);
        }
        if (low != null && low < 0) {
            return Sentence.of("remaining.someSay", "released", most, "promised", whole);
        }
        if (low == null || best == null || high == null) {
            return released.open() || whole.closed()
                    ? Sentence.of("remaining.open")
                    : Sentence.of("remaining.noOneNumber");
        }
        return null;
    }

    /** Four decimals: a share is read, not calculated with. */
    private static Double part(Long number, Long whole) {
        return number == null || whole == null || whole == 0 ? null : Math.round(10_000.0 * number / whole) / 10_000.0;
    }
}
