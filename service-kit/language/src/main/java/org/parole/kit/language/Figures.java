package org.parole.kit.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.parole.kit.language.Figure.Kind;
import org.parole.kit.language.NumberWords.Role;

import com.ibm.icu.lang.UCharacter;

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
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(31);
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2100);
    private static final BigDecimal FIRST_HIJRI_YEAR = BigDecimal.valueOf(1300);

    private final String source;
    private final Folding text;
    private final String signs;
    private final NumberWords words;
    private final List<Figure> figures = new ArrayList<>();

    private Figures(String source, String language) {
        this.source = source;
        this.text = Folding.caseless(source);
        this.signs = text.signs();
        this.words = NumberWords.of(language);
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

    private void read() {
        var at = 0;
        while (at < signs.length() && figures.size() < MOST) {
            var codePoint = signs.codePointAt(at);
            var end = at;
            if (isDigit(signs.charAt(at))) {
                end = digits(at);
            } else if (Character.isLetter(codePoint) && isWordStart(text, at)) {
                end = inWords(at);
            }
            at = end > at ? end : at + Character.charCount(codePoint);
        }
        for (var i = figures.size() - 2; i >= 0; i--) {
            daysOfOneMonth(i);
        }
    }

    /** In '10 and 12 May' the ten is a day as well. */
    private void daysOfOneMonth(int i) {
        var figure = figures.get(i);
        var next = figures.get(i + 1);
        if (figure.kind() == Kind.COUNT && next.kind() == Kind.DATE && isDay(figure.value())
                && next.start() - figure.end() <= 5 && next.start() > figure.end()
                && source.substring(figure.end(), next.start()).codePoints().noneMatch(Character::isDigit)) {
            figures.set(i, new Figure(Kind.DATE, figure.value(), figure.readings(), false, figure.start(),
                    figure.end(), figure.text()));
        }
    }

    private static boolean isDay(BigDecimal value) {
        return value != null && value.signum() > 0 && value.compareTo(LAST_DAY) <= 0 && value.stripTrailingZeros()
                .scale() <= 0;
    }

    private int digits(int from) {
        var start = text.start(from);
        var date = lookingAt(DATE, start);
        if (date > start && !isDigitAt(start - 1)) {
            return add(Kind.DATE, null, List.of(), false, from, signAt(from, date));
        }
        var time = lookingAt(TIME, start);
        if (time > start) {
            return add(Kind.TIME, null, List.of(), false, from, signAt(from, time));
        }
        var end = from;
        while (end < signs.length() && (end == from || !text.isApart(end)) && (isDigit(signs.charAt(end))
                || isPoint(signs.charAt(end)) && end + 1 < signs.length() && !text.isApart(end + 1)
                        && isDigit(signs.charAt(end + 1)))) {
            end++;
        }
        if (end < signs.length() && signs.charAt(end) == '/' || end < signs.length() && signs.charAt(end) == 0x2044) {
            var slash = fraction(from, end);
            if (slash > end) {
                return slash;
            }
        }
        var number = Digits.read(source.substring(start, text.end(end - 1)), words.language);
        if (number.isEmpty()) {
            return add(Kind.CODE, null, List.of(), false, from, end);
        }
        var composed = new NumberComposer(text, words).multiplied(number.get(0), end);
        if (composed != null) {
            var readings = number.stream().map(reading -> reading.multiply(composed.value())).toList();
            return add(kind(from, composed.end(), readings.get(0)), readings.get(0), readings, composed.about(), from,
                    composed.end());
        }
        var attached = attached(from, end);
        return add(attached != null ? attached : kind(from, end, number.get(0)), number.get(0), number, false, from,
                end);
    }

    private int fraction(int from, int slash) {
        var end = slash + 1;
        while (end < signs.length() && isDigit(signs.charAt(end)) && !text.isApart(end)) {
            end++;
        }
        if (end == slash + 1 || slash - from > 3 || end - slash > 4) {
            return from;
        }
        return add(Kind.FRACTION, null, List.of(), false, from, end);
    }

    private int inWords(int from) {
        var percent = words.percents.longest(signs, from, this::isWordEnd);
        if (percent != null) {
            // The hundred in 'per cent' is no number.
            return percent.end();
        }
        var composer = new NumberComposer(text, words);
        var found = composer.read(from);
        var start = from;
        for (var length = 1; found == null && length <= 3 && from + length < signs.length(); length++) {
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
        var kind = switch (found.role()) {
            case VAGUE -> Kind.VAGUE;
            case PART -> Kind.FRACTION;
            case ORDINAL -> kind(start, found.end(), found.value()) == Kind.DATE ? Kind.DATE : Kind.ORDINAL;
            default -> kind(start, found.end(), found.value());
        };
        var value = kind == Kind.VAGUE ? null : found.value();
        return add(kind, value, value == null ? List.of() : List.of(value), found.about(), start, found.end());
    }

    private int add(Kind kind, BigDecimal value, List<BigDecimal> readings, boolean about, int from, int to) {
        var start = text.start(from);
        var end = text.end(to - 1);
        figures.add(new Figure(kind, value, readings, about, start, end, source.substring(start, end)));
        return to;
    }

    /** What letters say that are written together with digits: F-16 and 21st count nothing. */
    private Kind attached(int from, int end) {
        var before = from == 0 ? 0 : signs.codePointBefore(from);
        var start = text.start(from);
        var isHyphened = start > 1 && Signs.isHyphen(source.codePointBefore(start))
                && Character.isLetter(source.codePointBefore(start - 1));
        if (Character.isLetter(before) && isCased(before) && (isHyphened || !text.isApart(from))) {
            return Kind.CODE;
        }
        if (start > 0 && (source.charAt(start - 1) == '#' || source.charAt(start - 1) == '\u2116')) {
            return Kind.CODE;
        }
        if (end >= signs.length() || !isCased(signs.codePointAt(end)) || words.behind.longest(signs, end,
                this::isWordEnd) != null || text.hasInnerMark(end)) {
            return null;
        }
        var to = text.end(end - 1);
        var isSuffix = !text.isApart(end)
                || to < source.length() && Signs.isHyphen(source.charAt(to)) && to + 1 == text.start(end);
        if (!isSuffix) {
            return null;
        }
        var letters = 1;
        while (end + letters < signs.length() && letters < 4 && !isWordEnd(end + letters)) {
            letters++;
        }
        return letters <= 3 ? Kind.ORDINAL : text.isApart(end) ? null : Kind.CODE;
    }

    private static boolean isCased(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, com.ibm.icu.lang.UProperty.CASED);
    }

    /** What the words around a number make of it. */
    private Kind kind(int from, int end, BigDecimal value) {
        var next = end < signs.length() ? signs.codePointAt(end) : 0;
        var before = from == 0 ? 0 : signs.codePointBefore(from);
        if (next == '%' || before == '%') {
            return Kind.PERCENTAGE;
        }
        if (UCharacter.getType(next) == UCharacter.CURRENCY_SYMBOL
                || UCharacter.getType(before) == UCharacter.CURRENCY_SYMBOL) {
            return Kind.MONEY;
        }
        var preceding = words.before(text, from);
        var behind = words.behind.longest(signs, end, this::isWordEnd);
        var following = behind == null ? null : behind.value();
        if (isYear(from, end, value, preceding, following)) {
            return Kind.YEAR;
        }
        if (isDay(value) && (words.isAfterMonth(text, from) || isBeforeMonth(end)) || "day".equals(following)) {
            return Kind.DATE;
        }
        if (following != null) {
            return switch (following) {
                case "percent" -> Kind.PERCENTAGE;
                case "old", "age" -> Kind.AGE;
                case "duration" -> "age".equals(preceding) ? Kind.AGE : Kind.DURATION;
                case "clock" -> Kind.TIME;
                case "money" -> Kind.MONEY;
                case "measure" -> Kind.MEASURE;
                default -> Kind.COUNT;
            };
        }
        return preceding == null ? Kind.COUNT : switch (preceding) {
            case "percent" -> Kind.PERCENTAGE;
            case "age" -> Kind.AGE;
            case "code" -> Kind.CODE;
            default -> Kind.COUNT;
        };
    }

    private boolean isYear(int from, int end, BigDecimal value, String preceding, String following) {
        var isModern = value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(LAST_YEAR) <= 0;
        if (!isModern && value.compareTo(FIRST_HIJRI_YEAR) < 0 || value.compareTo(LAST_YEAR) > 0
                || text.end(end - 1) - text.start(from) != 4) {
            return false;
        }
        var isFollowed = end < signs.length() && Character.isLetter(signs.codePointAt(end));
        var afterDate = !figures.isEmpty() && figures.get(figures.size() - 1).kind() == Kind.DATE
                && text.start(from) - figures.get(figures.size() - 1).end() <= 3;
        return "year".equals(following) || "time".equals(preceding) || "era".equals(preceding) && !isFollowed
                || afterDate || words.isAfterMonth(text, from) && isModern
                || from > 0 && end < signs.length() && signs.charAt(from - 1) == '(' && signs.charAt(end) == ')';
    }

    /** '10 May', '10. Mai', '10th of May', '10 de mayo'. */
    private boolean isBeforeMonth(int end) {
        var at = end;
        for (var suffix : List.of(".", "st", "nd", "rd", "th", "er", "of", "de", "d")) {
            if (signs.startsWith(suffix, at) && isWordEnd(at + suffix.length())
                    && words.months.longest(signs, at + suffix.length(), this::isWordEnd) != null) {
                at += suffix.length();
                break;
            }
        }
        if (words.months.longest(signs, at, this::isWordEnd) == null) {
            return false;
        }
        // 'Ten may be released', 'ten march on': months are capitalised in English, verbs are not.
        return !words.language.equals("en") || Character.isUpperCase(source.codePointAt(text.start(at)));
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
        var before = text.signs().codePointBefore(sign);
        var after = text.signs().codePointAt(sign);
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
        var matcher = pattern.matcher(source).region(start, Math.min(source.length(), start + 16))
                .useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : start;
    }

    /** The first sign that begins at or after a place of the source. */
    private int signAt(int from, int place) {
        var sign = from;
        while (sign < signs.length() && text.start(sign) < place) {
            sign++;
        }
        return sign;
    }
}
