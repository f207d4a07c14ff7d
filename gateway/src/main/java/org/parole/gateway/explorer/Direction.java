package org.parole.gateway.explorer;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.parole.gateway.explorer.text.TallyTexts;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One direction of an agreement or exchange: who frees whom, how many were promised, and what the tally says. All figures are the tally's.
 *
 * @param commitment the commitment
 * @param tally its tally; null where it is missing
 * @param releasing the name of the party that frees
 * @param receiving the name of the party whose people are freed
 * @param page the address of the page that shows it in full, with its switches
 */
@RegisterForReflection
public record Direction(Data commitment, Data tally, String releasing, String receiving, String page) {

    private static final double WIDTH = 1_000;
    private static final double TICK = 5;

    /** The slug of the commitment, which is the anchor of its section too. */
    public String slug() {
        return commitment.text("slug") != null ? commitment.text("slug") : commitment.text("commitment");
    }

    /** Whom it is about. */
    public String category() {
        return commitment.text("category");
    }

    /** Where it is shown in full. */
    public String link() {
        return page + '#' + slug();
    }

    /** Where its conflicts are told. */
    public String conflictsLink() {
        return page + '#' + slug() + "-conflicts";
    }

    /** How many are said to be freed at least; null where unknown. */
    public Long low() {
        return released("low");
    }

    /** How many are said to be freed by the rule that was asked for; null where unknown. */
    public Long best() {
        return released("best");
    }

    /** How many are said to be freed at most; null where unknown. */
    public Long high() {
        return released("high");
    }

    /** Whether the best figure is 'about'. */
    public boolean approximate() {
        return released() != null && released().is("approximate");
    }

    /** The number that was promised; null where there is none. */
    public Long promised() {
        Data promise = promisedData();
        return promise == null ? null : promise.number("max") != null ? promise.number("max") : promise.number("min");
    }

    /** The promise as a quantity; null where nothing was promised or it is unknown. */
    public Data promisedData() {
        Data promised = tally == null ? null : tally.data("promised");
        promised = promised == null ? commitment.data("quantity") : promised;
        return promised == null || promised.number("max") == null && promised.number("min") == null ? null : promised;
    }

    /** What is left, or what is more than was promised; null where that is not known. */
    public String remainingInWords(Locale locale) {
        Data remaining = remaining();
        if (remaining == null) {
            return null;
        }
        TallyTexts texts = Words.texts(TallyTexts.class, locale);
        Long low = remaining.number("low");
        Long high = remaining.number("high");
        if (low == null || high == null || low >= 0) {
            return Long.valueOf(0).equals(high)
                    ? texts.toGoNone()
                    : texts.toGo(Formats.range(low, high, (Object) locale));
        }
        String more = Formats.number(-low, locale);
        if (high > 0) {
            return texts.toGoEither(Formats.number(high, locale), more);
        }
        return high == 0 ? texts.toGoNoneOrMore(more) : texts.toGoMore(Formats.range(-high, -low, (Object) locale));
    }

    private Data remaining() {
        Data remaining = tally == null ? null : tally.data("remaining");
        return remaining == null || remaining.number("low") == null && remaining.number("high") == null
                ? null
                : remaining;
    }

    /** How many conflicts there are. */
    public int conflicts() {
        return tally == null || tally.number("conflictCount") == null ? 0 : tally.number("conflictCount").intValue();
    }

    /** Whether another commitment has taken its place. */
    public boolean superseded() {
        return tally != null && !tally.texts("supersededBy").isEmpty();
    }

    /** Whether all totals that count come from one side. */
    public boolean oneSided() {
        return released() != null && released().is("oneSided");
    }

    /** What a full bar stands for; 0 where nothing can be drawn. */
    public long scale() {
        return Stream.of(promised(), low(), best(), high()).filter(Objects::nonNull).mapToLong(Long::longValue).max()
                .orElse(0);
    }

    /** How far the promise reaches, of 1,000. */
    public String promisedWidth() {
        return width(promised() == null ? Long.valueOf(scale()) : promised());
    }

    /** How far the low figure reaches, of 1,000. */
    public String lowWidth() {
        return width(low());
    }

    /** How far it is from the low to the high figure, of 1,000. */
    public String bandWidth() {
        return low() == null || high() == null ? "0" : width(high() - low());
    }

    /** Where the best figure stands, of 1,000. */
    public String bestX() {
        return Double.toString(Math.max(0, Math.min(WIDTH - TICK, share(best()) - TICK / 2)));
    }

    /** The bar in words, for those who do not see it. */
    public String inWords(Locale locale) {
        return Words.texts(TallyTexts.class, locale).barInWords(Formats.number(low(), locale),
                Formats.number(best(), locale),
                Formats.number(high(), locale), Formats.number(promised(), locale));
    }

    private Data released() {
        return tally == null ? null : tally.data("released");
    }

    private Long released(String name) {
        return released() == null ? null : released().number(name);
    }

    private String width(Long figure) {
        return Long.toString(Math.round(share(figure)));
    }

    private double share(Long figure) {
        return figure == null || scale() == 0 ? 0 : WIDTH * figure / scale();
    }
}
