package org.parole.quote.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

/**
 * The numbers in a name, which tell it from others whatever they are written in: the 79th brigade, Army Group 2, the Third
 * Corps, III Corps.
 */
final class Numerals {

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    /** A number with what makes an ordinal of it, in whatever language: 79th, 79-та, 3e, 1\u00BA. */
    private static final Pattern ORDINAL = Pattern.compile("\\p{Nd}+[\\p{L}\\p{M}]{0,4}");
    private static final Pattern ROMAN = Pattern.compile("(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})");
    /** Two letters that are as well a name, which some write in capitals: Jinping XI. */
    private static final List<String> NAMES_IN_CAPITALS = List.of("XI", "VI", "LI", "IL", "XL");
    private static final Map<String, Integer> WORDS = words();
    private static final int HUNDRED = 100;
    private static final int LONGEST_NUMBER = 9;

    private final List<Long> numbers = new ArrayList<>();
    private final boolean isOfUnit;
    private final boolean isInCapitals;
    /** What the last part began, which the next one may go on with: twenty-, a hundred and. */
    private long begun;

    /**
     * For the parts of one name.
     *
     * @param parts of it, as they are written
     */
    Numerals(String... parts) {
        boolean unit = false;
        boolean small = false;
        for (String part : parts) {
            unit |= NameWords.isUnit(part.toLowerCase(Locale.ROOT));
            small |= !part.equals(part.toUpperCase(Locale.ROOT));
        }
        isOfUnit = unit;
        isInCapitals = !small;
    }

    private static Map<String, Integer> words() {
        var spelling = new RuleBasedNumberFormat(ULocale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
        Map<String, Integer> words = new HashMap<>();
        for (String rules : spelling.getRuleSetNames()) {
            for (int value = 1; value <= HUNDRED; value += value < 20 ? 1 : 10) {
                String word = spelling.format((long) value, rules);
                if (word.chars().allMatch(c -> c >= 'a' && c <= 'z') && !rules.contains("year")) {
                    words.put(word, value);
                }
            }
            words.put(spelling.format((long) HUNDRED, rules).replaceFirst("^one ", ""), HUNDRED);
        }
        return words;
    }

    /** Whether a part is a number, and nothing else; then it is kept. */
    boolean take(String part, boolean isFirst, boolean isLast) {
        Integer word = WORDS.get(part.toLowerCase(Locale.ROOT));
        if (word != null) {
            takeWord(word);
            return true;
        }
        if (begun > 0 && part.equalsIgnoreCase("and")) {
            return true;
        }
        begun = 0;
        if (DIGITS.matcher(part).find()) {
            takeDigits(part);
            return ORDINAL.matcher(part).matches();
        }
        if (isRoman(part, isFirst, isLast)) {
            numbers.add((long) roman(part));
            return true;
        }
        return false;
    }

    private void takeWord(int value) {
        boolean goesOn = begun > 0 && (value < 10 && begun % 10 == 0 || value == HUNDRED && begun < 10
                || value < HUNDRED && begun % HUNDRED == 0);
        if (goesOn) {
            long before = numbers.remove(numbers.size() - 1);
            begun = value == HUNDRED ? before * HUNDRED : before + value;
        } else {
            begun = value;
        }
        numbers.add(begun);
    }

    private void takeDigits(String part) {
        Matcher digits = DIGITS.matcher(part);
        while (digits.find()) {
            String number = digits.group();
            numbers.add(number.length() > LONGEST_NUMBER ? number.hashCode() : Long.parseLong(number));
        }
    }

    /** One letter is an initial, and a second or third of his name is read elsewhere. */
    private boolean isRoman(String part, boolean isFirst, boolean isLast) {
        if (!ROMAN.matcher(part).matches() || isInCapitals && !isOfUnit) {
            return false;
        }
        if (isOfUnit) {
            return true;
        }
        return isLast && !isFirst && part.length() > 1 && !NAMES_IN_CAPITALS.contains(part)
                && !NameWords.isGeneration(part.toLowerCase(Locale.ROOT));
    }

    private static int roman(String part) {
        int sum = 0;
        int before = 0;
        for (int i = part.length() - 1; i >= 0; i--) {
            int value = switch (part.charAt(i)) {
                case 'I' -> 1;
                case 'V' -> 5;
                case 'X' -> 10;
                default -> 50;
            };
            sum += value < before ? -value : value;
            before = value;
        }
        return sum;
    }

    /** Forgets the number that was just read: it was none of the name's, as in 'First Lady'. */
    void forgetLast() {
        if (!numbers.isEmpty()) {
            numbers.remove(numbers.size() - 1);
        }
        begun = 0;
    }

    /** All numbers in their order. */
    List<Long> numbers() {
        return numbers;
    }
}
