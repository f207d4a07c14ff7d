package org.parole.gateway.imports.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parole.kit.text.Names;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;

/** The names of months in the languages of Unicode's locale data, of the Gregorian calendar and of the Hijri ones. */
final class MonthNames {

    /** In the order in which a name is looked for where the language is not known. */
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl", "ru", "uk", "ar",
            "ar-SY",
            "fa", "fa-AF", "ps", "tr", "he", "pl", "cs", "hr", "sr", "sr-Latn", "bs", "ro", "bg", "el", "hu", "sv",
            "da", "nb",
            "fi", "ka", "hy", "az", "uz", "kk", "ur", "hi", "bn", "id", "ms", "sw", "am", "so", "vi", "ku");
    /** As English-speaking newsrooms spell the months of the Solar Hijri calendar, in Iran and in Afghanistan. */
    private static final List<List<String>> SOLAR = List.of(List.of("farvardin", "hamal"),
            List.of("ordibehesht", "sawr", "saur", "thawr"),
            List.of("khordad", "jawza", "jauza"), List.of("tir", "saratan"), List.of("mordad", "amordad", "asad"),
            List.of("shahrivar", "sunbula", "sonbola", "sunbulah"), List.of("mehr", "mizan"), List.of("aban", "aqrab"),
            List.of("azar", "qaws", "qaus"), List.of("dey", "dei", "jadi", "jaddi"), List.of("bahman", "dalw", "dalwa"),
            List.of("esfand", "hut", "hoot"));
    private static final List<String> ENGLISH_SHORT = List.of("sept");

    private static final Map<String, Integer> GREGORIAN = all();
    private static final Map<String, Integer> SOLAR_HIJRI = solar();

    private MonthNames() {
    }

    /** The month, from 1, that a word names in a language, or in any where it names only one; 0 where it names none. */
    static int of(String word, String language, String calendar) {
        String key = Names.key(word);
        if (key.codePoints().noneMatch(Character::isLetter)) {
            return 0;
        }
        if (calendar.equals(DateRule.PERSIAN)) {
            return SOLAR_HIJRI.getOrDefault(key, 0);
        }
        if (language != null) {
            int month = in(new ULocale(language), "gregorian").getOrDefault(key, 0);
            if (month > 0) {
                return month;
            }
        }
        return Math.max(GREGORIAN.getOrDefault(key, 0), 0);
    }

    /** Whether the word is a month's that only the Solar Hijri calendar has. */
    static boolean isSolarHijri(String word) {
        String key = Names.key(word);
        return SOLAR_HIJRI.containsKey(key) && !GREGORIAN.containsKey(key);
    }

    private static Map<String, Integer> all() {
        Map<String, Integer> months = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (String language : LANGUAGES) {
            in(new ULocale(language), "gregorian").forEach((name, month) -> {
                Integer other = months.putIfAbsent(name, month);
                // 'listopad' is October in Zagreb and November in Warsaw.
                if (other != null && !other.equals(month)) {
                    several.add(name);
                }
            });
        }
        several.forEach(name -> months.put(name, -1));
        in(ULocale.ENGLISH, "gregorian").forEach(months::put);
        ENGLISH_SHORT.forEach(name -> months.put(name, 9));
        return Map.copyOf(months);
    }

    private static Map<String, Integer> solar() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : List.of("fa", "fa-AF", "ps", "en", "ar", "ru", "de", "fr")) {
            months.putAll(in(new ULocale(language), "persian"));
        }
        for (int i = 0; i < SOLAR.size(); i++) {
            for (String name : SOLAR.get(i)) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    private static Map<String, Integer> in(ULocale locale, String calendar) {
        ULocale with = locale.setKeywordValue("calendar", calendar);
        DateFormatSymbols symbols = new DateFormatSymbols(Calendar.getInstance(with), with);
        Map<String, Integer> months = new HashMap<>();
        for (int context : new int[]{DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[]{DateFormatSymbols.ABBREVIATED, DateFormatSymbols.WIDE}) {
                String[] names = symbols.getMonths(context, width);
                for (int i = 0; i < Math.min(names.length, 12); i++) {
                    String key = Names.key(names[i]);
                    if (key.codePoints().anyMatch(Character::isLetter)) {
                        months.put(key, i + 1);
                    }
                }
            }
        }
        return months;
    }
}
