package org.parole.kit.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.parole.kit.language.Figure.Kind;
import org.parole.kit.language.NumberWords.Role;

/**
 * Reads the numbers that stand in a text: digits of any script, grouped as in any country, and numbers in words of the
 * languages that ICU spells and of Pashto. Dates, years, times, ages and the like are told from counts. Takes time that
 * is linear in the length of the text.
 */
public final class Figures {

    /** More figures than this are not read. */
    private static final int MOST = 10_000;
    private static final Pattern DATE = Pattern.compile("\\p{Nd}{4}([-/.])\\p{Nd}{1,2}\\1\\p{Nd}{1,2}(?!\\p{Nd})"
            + "|\\p{Nd}{1,2}([-/.])\\p{Nd}{1,2}\\2(?:\\p{Nd}{4}|\\p{Nd}{2})(?!\\p{Nd}|[.,]\\p{Nd})");
    private static final Pattern TIME = Pattern.compile("\\p{Nd}{1,2}:\\p{Nd}{2}(?::\\p{Nd}{2})?(?!\\p{Nd})");
    private static final int LONGEST_JOINT = 20;
    private static final int MOST_NOUGHTS = 30;

    private final String source;
    private final Folding text;
    private final String signs;
    private final NumberWords words;
    private final NumberKinds kinds;
    private final List<Figure> figures = new ArrayList<>();

    private Figures(String source, String language) {
        this.source = source;
        this.text = Folding.caseless(source);
        this.signs = text.signs();
        this.words = NumberWords.of(language);
        this.kinds = new NumberKinds(text, words);
    }

    /** All figures in a text, in order, at most 10,000 of them; the language as a BCP 47 tag. */
    public static List<Figure> in(String text, String language) {
        var figures = new Figures(text, language);
        figures.read();
        return List.copyOf(figures.figures);
    }

    /** Those that say how many there are of something. */
    public static List<Figure> countsIn(String text, String language) {
        return in(text, language).stream().filter(figure -> figure.kind() == Kind.COUNT).toList();
    }

    /** Whether a text says that it was nobody or none; a negation of something else says no such thing. */
    public static boolean saysNone(String text, String language) {
        var folded = Folding.caseless(text);
        var words = NumberWords.of(language);
        for (int at = 0; at < folded.length(); at++) {
            if (isWordStart(folded, at)
                    && words.none.longest(folded.signs(), at, (any, end) -> any || isWordEnd(folded, end)) != null) {
                return true;
            }
        }
        return false;
    }

    private void read() {
        int at = 0;
        while (at < signs.length() && figures.size() < MOST) {
            int codePoint = signs.codePointAt(at);
            int end = at;
            if (isDigit(signs.charAt(at))) {
                end = digits(at);
            } else if (Character.isLetter(codePoint) && isWordStart(text, at)) {
                end = inWords(at);
            }
            at = end > at ? end : at + Character.charCount(codePoint);
        }
        for (int i = figures.size() - 2; i >= 0; i--) {
            daysOfOneMonth(i);
            ratio(i);
        }
    }

    /** 'One in three' counts neither one nor three. */
    private void ratio(int i) {
        Figure one = figures.get(i);
        Figure other = figures.get(i + 1);
        if (one.kind() != Kind.COUNT || !NumberKinds.isSmall(one.value())
                || other.kind() != Kind.COUNT && other.kind() != Kind.FRACTION
                || other.value() != null && (!NumberKinds.isOfRatio(other.value()) || one.value().equals(other.value()))
                || other.start() - one.end() > LONGEST_JOINT || other.start() <= one.end()
                || !words.ratios.contains(NumberWords.fold(source.substring(one.end(), other.start())))) {
            return;
        }
        figures.set(i, fraction(one));
        figures.set(i + 1, fraction(other));
    }

    private static Figure fraction(Figure figure) {
        return new Figure(Kind.FRACTION, null, List.of(), figure.about(), figure.start(), figure.end(), figure.text());
    }

    /** In '10 and 12 May' the ten is a day as well. */
    private void daysOfOneMonth(int i) {
        Figure figure = figures.get(i);
        Figure next = figures.get(i + 1);
        if (figure.kind() == Kind.COUNT && next.kind() == Kind.DATE && NumberKinds.isDay(figure.value())
                && next.start() - figure.end() <= 5 && next.start() > figure.end()
                && source.substring(figure.end(), next.start()).codePoints().noneMatch(Character::isDigit)) {
            figures.set(i, new Figure(Kind.DATE, figure.value(), figure.readings(), false, figure.start(),
                    figure.end(), figure.text()));
        }
    }

    private int digits(int from) {
        int start = text.start(from);
        int date = lookingAt(DATE, start);
        if (date > start && !isDigitAt(start - 1)) {
            return add(Kind.DATE, null, List.of(), false, from, signAt(from, date));
        }
        int time = lookingAt(TIME, start);
        if (time > start) {
            return add(Kind.TIME, null, List.of(), false, from, signAt(from, time));
        }
        int end = from;
        while (end < signs.length() && (end == from || !text.isApart(end)) && (isDigit(signs.charAt(end))
                || isPoint(signs.charAt(end)) && end + 1 < signs.length() && !text.isApart(end + 1)
                        && isDigit(signs.charAt(end + 1)))) {
            end++;
        }
        if (end < signs.length() && signs.charAt(end) == '/') {
            int slash = fraction(from, end);
            if (slash > end) {
                return slash;
            }
        }
        List<BigDecimal> number = Digits.read(source.substring(start, text.end(end - 1)), words.language);
        if (number.isEmpty()) {
            return add(Kind.CODE, null, List.of(), false, from, end);
        }
        int share = share(end);
        if (share > end) {
            return add(Kind.FRACTION, null, List.of(), false, from, share);
        }
        int power = end + raised(end);
        if (power > end && number.get(0).compareTo(BigDecimal.TEN) == 0) {
            BigDecimal value = powerOfTen(end, power);
            return value == null
                    ? add(Kind.CODE, null, List.of(), false, from, power)
                    : add(kind(from, power, value), value, List.of(value), false, from, power);
        }
        int mixed = mixed(end);
        if (mixed > end) {
            BigDecimal rest = ratioAt(end, mixed);
            number = number.stream().map(whole -> whole.add(rest)).toList();
            end = mixed;
        }
        NumberComposer.Multiplier composed = new NumberComposer(text, words).multiplier(end);
        if (composed != null) {
            List<BigDecimal> readings = number.stream().map(composed::of).toList();
            return add(kind(from, composed.end(), readings.get(0)), readings.get(0), readings, composed.about(), from,
                    composed.end());
        }
        Kind attached = kinds.attached(from, end);
        return add(attached != null ? attached : kind(from, end, number.get(0)), number.get(0), number, false, from,
                end);
    }

    /** How many raised digits stand right behind a number: the exponent of a ten, the number of a note behind others. */
    private int raised(int end) {
        int at = end;
        while (at < signs.length() && !text.isApart(at) && Digits.superscript(signs.charAt(at)) >= 0) {
            at++;
        }
        return at - end;
    }

    private BigDecimal powerOfTen(int from, int to) {
        int exponent = 0;
        for (int at = from; at < to; at++) {
            exponent = Math.min(1_000, exponent * 10 + Digits.superscript(signs.charAt(at)));
        }
        return exponent > MOST_NOUGHTS ? null : BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }

    /** The end of a fraction that a whole number goes on with, as in three and a half: 3 1/2. Else the number's own end. */
    private int mixed(int end) {
        if (end >= signs.length() || !text.isApart(end) || !isDigit(signs.charAt(end)) || end == 0
                || !isDigit(signs.charAt(end - 1))) {
            return end;
        }
        int slash = end;
        while (slash < signs.length() && slash - end < 2 && isDigit(signs.charAt(slash))) {
            slash++;
        }
        int to = slash + 1;
        while (slash < signs.length() && signs.charAt(slash) == '/' && to < signs.length() && to - slash <= 2
                && isDigit(signs.charAt(to)) && !text.isApart(to)) {
            to++;
        }
        boolean isFraction = to > slash + 1 && !text.isApart(slash)
                && (to >= signs.length() || !isDigit(signs.charAt(to)) && signs.charAt(to) != '/');
        BigDecimal rest = isFraction ? ratioAt(end, to) : null;
        return rest != null && rest.compareTo(BigDecimal.ONE) < 0 ? to : end;
    }

    private BigDecimal ratioAt(int from, int to) {
        String[] parts = signs.substring(from, to).split("/");
        var below = new BigDecimal(parts[1]);
        return below.signum() == 0 ? null : new BigDecimal(parts[0]).divide(below, MathContext.DECIMAL64);
    }

    private int fraction(int from, int slash) {
        int end = slash + 1;
        while (end < signs.length() && isDigit(signs.charAt(end)) && !text.isApart(end)) {
            end++;
        }
        if (end == slash + 1 || slash - from > 3 || end - slash > 4) {
            return from;
        }
        NumberComposer.Multiplier of = new NumberComposer(text, words).multiplier(end);
        BigDecimal share = of == null ? ratioAt(from, end) : null;
        return add(Kind.FRACTION, share, share == null ? List.of() : List.of(share), false, from,
                of == null ? end : of.end());
    }

    /** In Chinese a fraction names the whole first: 三分之一. The end of the fraction, or what was given without one. */
    private int share(int end) {
        Trie.Found<String> share = words.shares.longest(signs, end, at -> true);
        if (share == null) {
            return end;
        }
        int at = share.end();
        while (at < signs.length()
                && (isDigit(signs.charAt(at)) || words.parts.get(signs.substring(at, at + 1)) != null)) {
            at++;
        }
        return at > share.end() ? at : end;
    }

    private int inWords(int from) {
        Trie.Found<String> percent = words.percents.longest(signs, from, this::isWordEnd);
        if (percent != null) {
            // The hundred in 'per cent' is no number.
            return percent.end();
        }
        var composer = new NumberComposer(text, words);
        NumberComposer.Read found = composer.read(from);
        int start = from;
        for (int length = 1; found == null && length <= 3 && from + length < signs.length(); length++) {
            if (words.proclitics.contains(signs.substring(from, from + length)) && !text.isApart(from + length)) {
                start = from + length;
                found = composer.read(start);
            }
        }
        if (found == null) {
            return from;
        }
        if (found.role() == Role.ARTICLE) {
            return found.end();
        }
        if (words.isOther(text, start, found.end())) {
            return found.end();
        }
        int share = share(found.end());
        if (share > found.end()) {
            return add(Kind.FRACTION, null, List.of(), false, start, share);
        }
        if (found.role() == Role.ORDINAL && isShareOfOne(start, found)) {
            BigDecimal one = BigDecimal.ONE.divide(found.value(), MathContext.DECIMAL64);
            return add(Kind.FRACTION, one, List.of(one), false, start, found.end());
        }
        Kind kind = switch (found.role()) {
            case VAGUE -> Kind.VAGUE;
            case PART -> Kind.FRACTION;
            case ORDINAL -> kind(start, found.end(), found.value()) == Kind.DATE ? Kind.DATE : Kind.ORDINAL;
            default -> kind(start, found.end(), found.value());
        };
        BigDecimal value = kind == Kind.VAGUE ? null : found.value();
        return add(kind, value, value == null ? List.of() : List.of(value), found.about(), start, found.end());
    }

    /** 'A third of them' is a fraction, 'the third of them' is not. */
    private boolean isShareOfOne(int from, NumberComposer.Read ordinal) {
        return words.language.equals("en") && ordinal.value().compareTo(BigDecimal.valueOf(2)) > 0 && from > 0
                && signs.charAt(from - 1) == 'a' && isWordStart(text, from - 1)
                && signs.startsWith("of", ordinal.end()) && isWordEnd(ordinal.end() + 2);
    }

    private Kind kind(int from, int end, BigDecimal value) {
        return kinds.kind(from, end, value, figures.isEmpty() ? null : figures.get(figures.size() - 1));
    }

    private int add(Kind kind, BigDecimal value, List<BigDecimal> readings, boolean about, int from, int to) {
        int start = text.start(from);
        int end = text.end(to - 1);
        if (kind == Kind.FRACTION && value != null && value.compareTo(BigDecimal.ONE) >= 0) {
            // The three of one in three: no share of its own.
            return add(kind, null, List.of(), about, from, to);
        }
        figures.add(new Figure(kind, value, readings, about, start, end, source.substring(start, end)));
        return to;
    }

    private boolean isWordEnd(int sign) {
        return isWordEnd(text, sign);
    }

    /** Whether a word can begin at a sign. */
    static boolean isWordStart(Folding text, int sign) {
        return sign == 0 || text.isApart(sign) || text.hasInnerMark(sign) || isDivided(text, sign);
    }

    /** Whether a word can end before a sign. */
    static boolean isWordEnd(Folding text, int sign) {
        return sign >= text.length() || text.isApart(sign) || text.hasInnerMark(sign) || isDivided(text, sign);
    }

    private static boolean isDivided(Folding text, int sign) {
        int before = text.signs().codePointBefore(sign);
        int after = text.signs().codePointAt(sign);
        return !isWord(before) || !isWord(after) || Character.isDigit(before) != Character.isDigit(after)
                || Signs.isWrittenWithoutSpaces(before) || Signs.isWrittenWithoutSpaces(after);
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Signs.isCombining(codePoint);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean isDigitAt(int at) {
        return at >= 0 && Character.isDigit(source.charAt(at));
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',' || c == '\u066B';
    }

    private int lookingAt(Pattern pattern, int start) {
        Matcher matcher = pattern.matcher(source).region(start, Math.min(source.length(), start + 16))
                .useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : start;
    }

    /** The first sign that begins at or after a place of the source. */
    private int signAt(int from, int place) {
        int sign = from;
        while (sign < signs.length() && text.start(sign) < place) {
            sign++;
        }
        return sign;
    }
}
