package org.parole.kit.language;

import java.math.BigDecimal;
import java.util.List;

import org.parole.kit.language.Figure.Kind;

import com.ibm.icu.lang.UCharacter;

/** Tells from what stands around a number what it says: how many there are, or a date, an age, an amount of money. */
final class NumberKinds {

    private static final List<String> BEFORE_MONTHS = List.of(".", "st", "nd", "rd", "th", "er", "of", "de", "d",
            "\u0645\u0646", "\u0644\u0634\u0647\u0631");
    private static final BigDecimal OLDEST = BigDecimal.valueOf(110);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(31);
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2100);
    private static final BigDecimal FIRST_HIJRI_YEAR = BigDecimal.valueOf(1300);

    private final String source;
    private final Folding text;
    private final String signs;
    private final NumberWords words;

    NumberKinds(Folding text, NumberWords words) {
        this.source = text.source();
        this.text = text;
        this.signs = text.signs();
        this.words = words;
    }

    static boolean isDay(BigDecimal value) {
        return value != null && value.signum() > 0 && value.compareTo(LAST_DAY) <= 0 && value.stripTrailingZeros()
                .scale() <= 0;
    }

    static boolean isSmall(BigDecimal value) {
        return value != null && value.compareTo(BigDecimal.TEN) <= 0;
    }

    static boolean isOfRatio(BigDecimal value) {
        return isSmall(value) || value.compareTo(BigDecimal.valueOf(100)) == 0
                || value.compareTo(BigDecimal.valueOf(1_000)) == 0;
    }

    /** What letters say that are written together with digits: F-16 and 21st count nothing. */
    Kind attached(int from, int end) {
        int before = from == 0 ? 0 : signs.codePointBefore(from);
        int start = text.start(from);
        boolean isHyphened = start > 1 && Signs.isHyphen(source.codePointBefore(start))
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
        int to = text.end(end - 1);
        boolean isSuffix = !text.isApart(end)
                || to < source.length() && Signs.isHyphen(source.charAt(to)) && to + 1 == text.start(end);
        if (!isSuffix) {
            return null;
        }
        int letters = 1;
        while (end + letters < signs.length() && letters < 4 && !isWordEnd(end + letters)) {
            letters++;
        }
        return letters <= 3 ? Kind.ORDINAL : text.isApart(end) ? null : Kind.CODE;
    }

    private static boolean isCased(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, com.ibm.icu.lang.UProperty.CASED);
    }

    /**
     * What the words around a number make of it.
     *
     * @param last the figure before it, or null
     */
    Kind kind(int from, int end, BigDecimal value, Figure last) {
        int next = end < signs.length() ? signs.codePointAt(end) : 0;
        int before = from == 0 ? 0 : signs.codePointBefore(from);
        if (next == '%' || before == '%') {
            return Kind.PERCENTAGE;
        }
        if (UCharacter.getType(next) == UCharacter.CURRENCY_SYMBOL
                || UCharacter.getType(before) == UCharacter.CURRENCY_SYMBOL) {
            return Kind.MONEY;
        }
        String preceding = words.before(text, from);
        Trie.Found<String> behind = words.behind.longest(signs, end, this::isWordEnd);
        String following = behind == null ? null : behind.value();
        if (isYear(from, end, value, preceding, following, last)) {
            return Kind.YEAR;
        }
        if (isDay(value) && (words.isAfterCertainMonth(text, from) || isBeforeMonth(end)) || "day".equals(following)) {
            return Kind.DATE;
        }
        if ("ratio".equals(preceding) && isOfRatio(value)) {
            return Kind.FRACTION;
        }
        if (following != null) {
            return switch (following) {
                case "percent" -> Kind.PERCENTAGE;
                case "old", "age" -> Kind.AGE;
                case "duration" -> "age".equals(preceding) ? Kind.AGE : Kind.DURATION;
                case "clock" -> Kind.TIME;
                case "money" -> Kind.MONEY;
                case "measure" -> Kind.MEASURE;
                case "ordinal" -> Kind.ORDINAL;
                default -> Kind.COUNT;
            };
        }
        if (isAgeInApposition(from, end, value) || isOlderEnd(from, last)) {
            return Kind.AGE;
        }
        return preceding == null ? Kind.COUNT : switch (preceding) {
            case "percent" -> Kind.PERCENTAGE;
            case "age" -> Kind.AGE;
            case "code" -> Kind.CODE;
            case "place" -> isNamed(from, end) ? Kind.CODE : Kind.COUNT;
            case "series" -> isSeries(from, end) ? Kind.CODE : Kind.COUNT;
            case "money" -> Kind.MONEY;
            case "dotted" -> next == '.' && text.isApart(end + 1) ? Kind.ORDINAL : Kind.COUNT;
            default -> Kind.COUNT;
        };
    }

    /** 'Aged 19 to 45'. */
    private boolean isOlderEnd(int from, Figure last) {
        return last != null && last.kind() == Kind.AGE
                && Qualifiers.join(source.substring(last.end(), text.start(from)), words.language);
    }

    /** 'Camp 7' is the name of a camp; in 'in the camp 7 men were held' men are counted. */
    private boolean isNamed(int from, int end) {
        int word = wordBefore(from);
        boolean isCapital = Character.isUpperCase(source.codePointAt(text.start(word)));
        if (isCapital && !words.language.equals("de")) {
            return true;
        }
        // Where all nouns have capitals, or none: a number before a noun counts it.
        return (isCapital || !isCased(signs.codePointAt(word))) && !isBeforeWord(end);
    }

    /** 'On day 42', 'day 42 of the war'; in 'that day 42 men came' men are counted. */
    private boolean isSeries(int from, int end) {
        if (isBeforeWord(end)) {
            return false;
        }
        int word = wordBefore(from);
        int before = wordBefore(word);
        return before == word || words.seriesAt.contains(signs.substring(before, word));
    }

    private int wordBefore(int end) {
        int start = end;
        while (start > 0 && (start == end || !Figures.isWordStart(text, start))
                && Character.isLetter(signs.codePointBefore(start))) {
            start--;
        }
        return start;
    }

    /** 'Ahmad Shah, 45, came home', 'Ahmad Shah (45)': set off behind a name, a number in digits is an age. */
    private boolean isAgeInApposition(int from, int end, BigDecimal value) {
        if (from < 2 || end >= signs.length() || !Figures.isDigit(signs.charAt(from)) || value.compareTo(OLDEST) > 0
                || !(signs.charAt(from - 1) == ',' && signs.charAt(end) == ','
                        || signs.charAt(from - 1) == '(' && signs.charAt(end) == ')')) {
            return false;
        }
        int name = from - 2;
        while (name > 0 && !Figures.isWordStart(text, name)) {
            name--;
        }
        return Character.isUpperCase(source.codePointAt(text.start(name)));
    }

    private boolean isYear(int from, int end, BigDecimal value, String preceding, String following, Figure last) {
        boolean isModern = value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(LAST_YEAR) <= 0;
        if (!isModern && value.compareTo(FIRST_HIJRI_YEAR) < 0 || value.compareTo(LAST_YEAR) > 0
                || text.end(end - 1) - text.start(from) != 4) {
            return false;
        }
        boolean isFollowed = end < signs.length() && Character.isLetter(signs.codePointAt(end));
        boolean afterDate = last != null && last.kind() == Kind.DATE && text.start(from) - last.end() <= 3;
        return "year".equals(following) || "time".equals(preceding) || "era".equals(preceding) && !isFollowed
                || afterDate || words.isAfterMonth(text, from) && isModern
                || from > 0 && end < signs.length() && signs.charAt(from - 1) == '(' && signs.charAt(end) == ')';
    }

    /** '10 May', '10. Mai', '10th of May', '10 de mayo'. */
    private boolean isBeforeMonth(int end) {
        int at = end;
        for (String suffix : BEFORE_MONTHS) {
            if (isMonthBehind(suffix, at, isWordEnd(at + suffix.length()))) {
                at += suffix.length();
                break;
            }
        }
        for (String proclitic : words.proclitics) {
            if (isMonthBehind(proclitic, at, true)) {
                return true;
            }
        }
        Trie.Found<String> month = words.months.longest(signs, at, this::isWordEnd);
        if (month == null || "verbal".equals(month.value()) && isBeforeWord(month.end())) {
            return false;
        }
        // 'Ten may be released', 'ten march on': months are capitalised in English, verbs are not.
        return !words.language.equals("en") || Character.isUpperCase(source.codePointAt(text.start(at)));
    }

    /** Whether a word follows that says something of its own, as the verb does that the Dari May would begin. */
    private boolean isBeforeWord(int sign) {
        if (sign >= signs.length() || !Character.isLetter(signs.codePointAt(sign))) {
            return false;
        }
        int end = sign + 1;
        while (end < signs.length() && !isWordEnd(end)) {
            end++;
        }
        String word = signs.substring(sign, end);
        return FunctionWords.of(words.language).kindOf(word).isEmpty() && !words.behindMonths.contains(word);
    }

    private boolean isMonthBehind(String words, int at, boolean isWordEnd) {
        return isWordEnd && signs.startsWith(words, at)
                && this.words.months.longest(signs, at + words.length(), this::isWordEnd) != null;
    }

    private boolean isWordEnd(int sign) {
        return Figures.isWordEnd(text, sign);
    }
}
