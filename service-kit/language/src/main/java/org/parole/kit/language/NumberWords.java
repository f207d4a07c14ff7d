package org.parole.kit.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;

/**
 * How a language writes numbers in words, learnt from what ICU spells: the parts of numbers, folded and without anything
 * between them, and the words around a number that say what it counts. Made once for each language.
 */
final class NumberWords {

    /** What a word is in a number or beside it. */
    enum Role {
        NUMBER, SCALE, ABOUT, VAGUE, PART, ORDINAL, ARTICLE
    }

    /** A part of a number. {@code scale} is what a smaller part may follow it below. */
    record Part(Role role, BigDecimal value, BigDecimal scale) {
    }

    private static final WordLists LISTS = WordLists.read("numbers.txt",
            List.of("word", "scale", "about", "part"));
    private static final Map<String, NumberWords> CACHE = new ConcurrentHashMap<>();
    /** Languages in which an ordinal with an s is a fraction: two fifths, deux cinquièmes, dos quintos. */
    static final Set<String> PLURAL_SHARES = Set.of("en", "fr", "es", "pt");
    /** Where months have other names than in the language's first country. */
    private static final Map<String, List<String>> MONTH_REGIONS = Map.of("ar", List.of("ar_LB", "ar_DZ", "ar_MA"),
            "fa", List.of("fa_AF"), "de", List.of("de_AT"));
    private static final Map<String, List<String>> REGIONS = Map.of("fr", List.of("fr_CH", "fr_BE"), "pt",
            List.of("pt_PT"), "de", List.of("de_CH"), "fa", List.of("fa_AF"), "zh", List.of("zh_Hant"));
    private static final List<MeasureUnit> TIMES = List.of(MeasureUnit.SECOND, MeasureUnit.MINUTE, MeasureUnit.HOUR,
            MeasureUnit.DAY, MeasureUnit.WEEK, MeasureUnit.MONTH, MeasureUnit.YEAR);
    private static final List<MeasureUnit> MEASURES = List.of(MeasureUnit.KILOMETER, MeasureUnit.METER,
            MeasureUnit.MILE, MeasureUnit.KILOGRAM, MeasureUnit.TONNE, MeasureUnit.LITER, MeasureUnit.HECTARE,
            MeasureUnit.SQUARE_KILOMETER, MeasureUnit.CENTIMETER, MeasureUnit.FOOT, MeasureUnit.YARD);
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "RUB", "UAH", "ILS", "AFN", "IRR",
            "PKR", "INR", "CNY", "JPY", "TRY", "SAR");
    private static final long[] SCALES = {100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
            1_000_000_000, 1_000_000_000_000L};
    /** The longest words that are looked for before a number, in folded signs. */
    private static final int LONGEST_WORDS = 24;
    /** As they are called for short. */
    private static final List<String> MONEY = List.of("dollars", "euros", "euro", "pounds", "dollar");
    private static final List<String> CALENDARS = List.of("gregorian", "persian", "islamic", "hebrew");

    final Trie<Part> parts = new Trie<>();
    final Trie<String> behind = new Trie<>();
    final Trie<String> months = new Trie<>();
    private final Map<String, String> before = new HashMap<>();
    private final Map<String, String> monthsBefore = new HashMap<>();
    private final BitSet lengths = new BitSet();
    final Trie<String> and = new Trie<>();
    final Trie<String> percents = new Trie<>();
    /** Words that say that it was nobody; a star stands for more letters. */
    final Trie<Boolean> none = new Trie<>();
    /** 'And a half'. */
    final Trie<String> halves = new Trie<>();
    /** What stands between a fraction and what it is taken of: half a million. */
    final Trie<String> joints = new Trie<>();
    /** What stands between the denominator and the numerator, as in Chinese. */
    final Trie<String> shares = new Trie<>();
    /** What stands between the numbers of a ratio: one in three. */
    final Set<String> ratios = new HashSet<>();
    final Set<String> proclitics = new HashSet<>();
    /** What can follow a month whose name is the beginning of verbs as well. */
    final Set<String> behindMonths = new HashSet<>();
    final Set<String> counters = new HashSet<>();
    private final Homonyms homonyms = new Homonyms(this);
    /** What may stand before a day that is counted: ON day 42. */
    final Set<String> seriesAt = new HashSet<>();
    final String language;

    private NumberWords(String language) {
        this.language = language;
        supplement();
        var locale = new ULocale(language);
        if (isSpelt(locale)) {
            learn(locale);
            REGIONS.getOrDefault(language, List.of()).forEach(region -> learn(new ULocale(region)));
        }
        units(locale);
        months(locale);
        MONTH_REGIONS.getOrDefault(language, List.of()).forEach(region -> months(new ULocale(region)));
    }

    /** The words of a language by its BCP 47 tag; of an unknown language its digits are read, and no words. */
    static NumberWords of(String language) {
        return CACHE.computeIfAbsent(known(LanguageCodes.primary(language)), NumberWords::new);
    }

    private static String known(String language) {
        // Any string can come in as a language; only those that ICU knows are kept.
        return !LISTS.of(language).isEmpty() || isSpelt(new ULocale(language)) ? language : "und";
    }

    private static boolean isSpelt(ULocale locale) {
        return !locale.getLanguage().isEmpty() && List.of(RuleBasedNumberFormat.getAvailableLocales()).stream()
                .anyMatch(available -> available.toLanguageTag().equals(locale.toLanguageTag()))
        // ICU lists it, but spells it as English
                && !locale.getLanguage().equals("ps");
    }

    private void before(String folded, String what) {
        before.put(folded, what);
        lengths.set(folded.length());
    }

    /** What the words are that end before a number: a kind of {@code numbers.txt}, or null. */
    String before(Folding text, int sign) {
        return ending(before, text, sign);
    }

    /** Whether a month's name, or what can be one, ends before a number. */
    boolean isAfterMonth(Folding text, int sign) {
        return ending(monthsBefore, text, sign) != null;
    }

    /** Whether what ends before a number is a month's name and no other word. */
    boolean isAfterCertainMonth(Folding text, int sign) {
        return "month".equals(ending(monthsBefore, text, sign));
    }

    private String ending(Map<String, String> words, Folding text, int sign) {
        for (int length = Math.min(LONGEST_WORDS, sign); length > 0; length--) {
            int from = sign - length;
            if (lengths.get(length) && Figures.isWordStart(text, from)) {
                String found = words.get(text.signs().substring(from, sign));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Whether what is spelled as a number is something else where it stands. */
    boolean isOther(Folding text, int from, int end) {
        return homonyms.are(text, from, end);
    }

    static String fold(String words) {
        return Folding.caseless(words).signs();
    }

    private void learn(ULocale locale) {
        var format = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        List<String> cardinals = Stream.of(format.getRuleSetNames())
                .filter(rules -> rules.startsWith("%spellout-cardinal")
                        || rules.equals("%spellout-numbering") || rules.startsWith("%spellout-construct"))
                .toList();
        for (String rules : cardinals) {
            for (long scale : SCALES) {
                for (int n : new int[]{2, 3, 5, 11, 21}) {
                    scale(format, rules, n, scale);
                }
            }
        }
        cardinals.forEach(rules -> cardinals(format, rules));
        for (String rules : format.getRuleSetNames()) {
            if (rules.startsWith("%spellout-ordinal")) {
                for (int n = 1; n < 100; n++) {
                    String ordinal = fold(format.format(n, rules));
                    parts.add(ordinal, new Part(Role.ORDINAL, BigDecimal.valueOf(n), null));
                    if (PLURAL_SHARES.contains(language)) {
                        parts.add(ordinal + "s", new Part(Role.PART, n > 2 ? one(n) : null, null));
                    }
                }
            }
        }
    }

    private static BigDecimal one(int of) {
        return BigDecimal.ONE.divide(BigDecimal.valueOf(of), MathContext.DECIMAL64);
    }

    private void cardinals(RuleBasedNumberFormat format, String rules) {
        for (int n = 0; n < 100; n++) {
            number(fold(format.format(n, rules)), n, n >= 20 && n % 10 == 0 ? 10 : 1);
        }
        String two = fold(format.format(2, rules));
        for (long scale : SCALES) {
            for (int n = 1; n < 10; n++) {
                whole(fold(format.format(n * scale, rules)), n * scale, scale);
                // Some have another form before smaller numbers: cien, but ciento dos.
                String more = fold(format.format(n * scale + 2, rules));
                if (more.endsWith(two)) {
                    whole(withoutAnd(more.substring(0, more.length() - two.length())), n * scale, scale);
                }
            }
        }
    }

    private String withoutAnd(String folded) {
        for (int length = 1; length <= 3 && length < folded.length(); length++) {
            if (and.get(folded.substring(folded.length() - length)) != null) {
                return folded.substring(0, folded.length() - length);
            }
        }
        return folded;
    }

    /** A number of hundreds or more, where it is not a smaller number and a multiplier, such as an Arabic dual. */
    private void whole(String folded, long value, long scale) {
        for (int i = 1; i < folded.length(); i++) {
            Part factor = parts.get(folded.substring(0, i));
            Part multiplier = parts.get(folded.substring(i));
            if (factor != null && multiplier != null && multiplier.value != null && multiplier.role != Role.NUMBER
                    && multiplier.role != Role.ORDINAL) {
                return;
            }
        }
        number(folded, value, scale);
    }

    private void number(String folded, long value, long scale) {
        var part = new Part(Role.NUMBER, BigDecimal.valueOf(value), BigDecimal.valueOf(scale));
        parts.add(folded, part);
        if (language.equals("ar") && folded.endsWith("\u0648\u0646")) {
            // ICU spells the nominative alone: of twenty to ninety the other cases end in yeh and nun.
            parts.add(folded.substring(0, folded.length() - 2) + "\u06CC\u0646", part);
        }
    }

    /** What a language puts behind a number to multiply it: two thousand without its two. */
    private void scale(RuleBasedNumberFormat format, String rules, int times, long scale) {
        String whole = fold(format.format(times * scale, rules));
        String factor = fold(format.format(times, rules));
        if (whole.startsWith(factor) && whole.length() > factor.length()) {
            scale(whole.substring(factor.length()), BigDecimal.valueOf(scale));
        }
    }

    /** A multiplier; many are the same word as a vague amount: two million, millions. */
    private void scale(String folded, BigDecimal value) {
        Part known = parts.get(folded);
        if (known == null) {
            parts.put(folded, new Part(Role.SCALE, value, value));
        } else if (known.role == Role.VAGUE && known.value == null) {
            parts.put(folded, new Part(Role.VAGUE, value, value));
        }
    }

    private void vague(String folded) {
        Part known = parts.get(folded);
        parts.put(folded, known == null
                ? new Part(Role.VAGUE, null, null)
                : new Part(Role.VAGUE, known.value, known.scale));
    }

    private void supplement() {
        for (WordLists.Line line : LISTS.of(language)) {
            BigDecimal value = line.value() == null || line.what().equals("part") ? null : new BigDecimal(line.value());
            for (String word : line.words()) {
                String folded = fold(word);
                switch (line.what()) {
                    case "word" -> parts.put(folded, new Part(Role.NUMBER, value, scaleOf(value)));
                    case "scale" -> scale(folded, value);
                    case "about" -> parts.put(folded, new Part(Role.ABOUT, value, value));
                    case "vague" -> vague(folded);
                    case "part" -> parts.put(folded, new Part(Role.PART, fraction(line.value()), null));
                    // A phrase such as 'no one' is no part of a number either.
                    case "article" -> parts.put(folded, word.contains(" ") || word.length() > 5
                            ? new Part(Role.ARTICLE, null, null)
                            : new Part(Role.ARTICLE, BigDecimal.ONE, BigDecimal.ONE));
                    case "none" -> none.put(fold(word.replace("*", "")), word.endsWith("*"));
                    case "half" -> halves.put(folded, line.what());
                    case "joint" -> joints.put(folded, line.what());
                    case "share" -> shares.put(folded, line.what());
                    case "of" -> ratios.add(folded);
                    case "ratio" -> {
                        ratios.add(folded);
                        before(folded, line.what());
                    }
                    case "dotted" -> before(folded, line.what());
                    case "month", "verbal" -> month(folded, line.what());
                    case "behindmonth" -> behindMonths.add(folded);
                    case "and" -> and.put(folded, line.what());
                    case "proclitic" -> proclitics.add(folded);
                    case "counter" -> counters.add(folded);
                    case "other", "doubtful", "adjective", "determiner" -> homonyms.add(line.what(), folded);
                    case "seriesat" -> seriesAt.add(folded);
                    case "time", "era", "code", "place", "series" -> before(folded, line.what());
                    case "age", "percent" -> {
                        if (line.what().equals("percent")) {
                            percents.put(folded, line.what());
                        }
                        before(folded, line.what());
                        behind.put(folded, line.what());
                    }
                    default -> behind.put(folded, line.what());
                }
            }
        }
    }

    private static BigDecimal scaleOf(BigDecimal value) {
        var scale = BigDecimal.ONE;
        while (scale.multiply(BigDecimal.TEN).compareTo(value) <= 0 && value.remainder(scale.multiply(BigDecimal.TEN))
                .signum() == 0) {
            scale = scale.multiply(BigDecimal.TEN);
        }
        return scale;
    }

    private static BigDecimal fraction(String value) {
        String[] parts = value.split("/");
        return new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), MathContext.DECIMAL64);
    }

    private void units(ULocale locale) {
        for (UnitWidth width : List.of(UnitWidth.FULL_NAME, UnitWidth.SHORT)) {
            LocalizedNumberFormatter numbers = NumberFormatter.withLocale(locale).unitWidth(width);
            for (int n : new int[]{1, 2, 5, 11, 21}) {
                TIMES.forEach(unit -> unit(numbers.unit(unit).format(n).toString(), "duration"));
                MEASURES.forEach(unit -> unit(numbers.unit(unit).format(n).toString(), "measure"));
            }
        }
        for (String code : CURRENCIES) {
            behind.add(fold(code), "money");
            before(fold(code), "money");
            for (String plural : List.of("one", "two", "few", "many", "other")) {
                unit(Currency.getInstance(code).getName(locale, Currency.PLURAL_LONG_NAME, plural, null), "money");
            }
        }
        MONEY.forEach(plain -> unit(plain, "money"));
    }

    private void unit(String formatted, String kind) {
        String folded = fold(formatted).replaceAll("[0-9]+([.,][0-9]+)?", "");
        if (folded.length() > 1 || !folded.isEmpty() && Signs.isWrittenWithoutSpaces(folded.codePointAt(0))) {
            behind.add(folded, kind);
        }
    }

    private void months(ULocale locale) {
        for (String name : CALENDARS) {
            var calendar = Calendar.getInstance(locale.setKeywordValue("calendar", name));
            var symbols = new DateFormatSymbols(calendar, locale);
            for (int context : new int[]{DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[]{DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    for (String month : symbols.getMonths(context, width)) {
                        String folded = fold(month);
                        // In other languages so short a name is another word as well: those are listed.
                        if (folded.length() > (language.equals("ar") ? 1 : 2)
                                && folded.chars().anyMatch(Character::isLetter)) {
                            month(folded, "month");
                            month(folded.replaceAll("\\.$", ""), "month");
                        }
                    }
                }
            }
        }
    }

    private void month(String folded, String what) {
        months.add(folded, what);
        monthsBefore.putIfAbsent(folded, what);
        lengths.set(folded.length());
    }
}
