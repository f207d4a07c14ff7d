package org.parole.quote.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;

/** Words of all scripts in Latin letters, and Latin spellings brought to one form. */
final class Romanisation {

    // Without a state of their own: each works on the text that it is given.
    private static final Transliterator ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final Transliterator RUSSIAN = Transliterator
            .getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII");
    private static final Transliterator UKRAINIAN = Transliterator
            .getInstance("Ukrainian-Latin/BGN; Any-Latin; Latin-ASCII");
    private static final Transliterator SERBIAN = Transliterator
            .getInstance("Serbian-Latin/BGN; Any-Latin; Latin-ASCII");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    /** As newspapers transcribe them; each of these letters would be another one in ASCII. */
    private static final Transliterator WITH_HISSES = Transliterator.createFromRules("hisses",
            ":: Any-Latin; :: NFC; \u0161 > sh; \u0160 > sh; \u010D > ch; \u010C > ch; \u017E > zh; \u017D > zh; :: Latin-ASCII;",
            Transliterator.FORWARD);
    private static final Map<Integer, Transliterator> BY_SCRIPT = Map.of(UScript.ARMENIAN,
            Transliterator.getInstance("Armenian-Latin/BGN; Any-Latin; Latin-ASCII"), UScript.GREEK,
            Transliterator.getInstance("Greek-Latin/UNGEGN; Any-Latin; Latin-ASCII"));
    private static final Pattern OF_UKRAINIAN = Pattern.compile("[іїєґІЇЄҐ]");
    private static final Pattern OF_SERBIAN = Pattern
            .compile("[\u0452\u045B\u0459\u045A\u045F\u0458\u0402\u040B\u0409\u040A\u040F\u0408]");
    private static final Pattern ARTICLE = Pattern.compile("^ال(?=\\p{L}{3,})");
    /** A consonant in the throat before a vowel that is not written: both are heard as a vowel. */
    private static final Pattern OF_THE_THROAT = Pattern.compile("^[\u0639\u0623\u0625\u05E2\u05D0\u0627]");
    /** As in Nasralah, 'of God' with one l, and in Nakhalah, a word with an ending; not in one as short as Salah. */
    private static final Pattern ENDS_LIKE_GOD = Pattern.compile("(?<=[a-z]{3}[^l])alah$");
    private static final Pattern TSADI = Pattern.compile("[\u05E5\u05E6]");
    private static final Pattern PERSIAN_Z = Pattern.compile("[\u0630\u0636\u0638]");
    /** Of whose signs one can be a family's name: the Korean Yi. */
    private static final Set<Character.UnicodeScript> SYLLABLES = Set.of(Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA, Character.UnicodeScript.HAN);
    /** No word of a name is longer. */
    private static final int LONGEST = 40;
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

    /** One spelling for what is written in several ways in Latin letters, in the order in which it is applied. */
    private record Rule(Pattern spelling, String form) {

        static Rule of(String spelling, String form) {
            return new Rule(Pattern.compile(spelling), form);
        }
    }

    private static final List<Rule> RULES = List.of(
            // 'of God', in the cases and transcriptions of Arabic
            Rule.of("(?<=[bcdfghjklmnpqrstvz])[aou]ll+ah?$|(?<=[bcdfghjklmnpqrstvz])[aou]lah$", "ula"),
            // sibilants and other signs of several letters
            Rule.of("shch|schtsch", "S"), Rule.of("tsch|tch|ch", "C"), Rule.of("sch|sh", "S"),
            Rule.of("dzh|dj|zh", "j"),
            Rule.of("tz", "ts"), Rule.of("ph", "f"), Rule.of("kh|q|ck", "k"), Rule.of("gh", "g"), Rule.of("th", "t"),
            Rule.of("dh", "d"), Rule.of("x", "ks"), Rule.of("c(?=[eiy])", "s"), Rule.of("c", "k"),
            Rule.of("w", "v"),
            // a letter once
            Rule.of("([bcdfgjklmnprstvz])\\1+", "$1"),
            // vowels of several letters
            Rule.of("a[eiy]e+|aa?[iy]|e[iy](?!$)|ae(?=[dn])", "ai"), Rule.of("ey$", "ai"), Rule.of("ee+|ie(?!$)", "i"),
            Rule.of("oo+|ou|uu+", "u"), Rule.of("aa+", "a"),
            Rule.of("(?<=[bcdfghjklmnprstvzSC])(iy|yi|ij|yy|ie|y|ii)$", "i"),
            Rule.of("(?<=[bcdfghjklmnprstvzSC])y(?=[bcdfghjklmnprstvzSC])", "i"), Rule.of("iy|ij|yi", "i"),
            Rule.of("ai[iy]+", "ai"), Rule.of("au(?=[aeiou])", "av"),
            // not heard at the end
            Rule.of("(?<=[aeiou])h$", ""));

    private Romanisation() {
    }

    /** Whether vowels are not written as a rule, so that only its consonants say what a word is. */
    static boolean isWithoutVowels(String word) {
        int script = UScript.getScript(word.codePointAt(0));
        return script == UScript.ARABIC || script == UScript.HEBREW || script == UScript.SYRIAC;
    }

    /** Whether a word is one letter of a script in which no name is so short. */
    static boolean isInitial(String word) {
        int letter = word.codePointAt(0);
        return word.codePointCount(0, word.length()) == 1 && Character.isLetter(letter)
                && !Character.isIdeographic(letter)
                && !SYLLABLES.contains(Character.UnicodeScript.of(letter));
    }

    /** A word of Chinese signs in the simplified ones; null for any other. */
    static String han(String word) {
        return word.codePoints().allMatch(Character::isIdeographic) ? SIMPLIFIED.transliterate(word) : null;
    }

    /** Whether its letters are Latin. */
    static boolean isLatin(String word) {
        return UScript.getScript(word.codePointAt(0)) == UScript.LATIN;
    }

    /**
     * How else a word may be read: Cyrillic by Ukrainians, and with an h where Russian has none of its own and writes kh;
     * Arabic script by Persians, to whom three letters are a z; Hebrew with ch and ts; Armenian and Greek letter by letter;
     * Korean and Indian names as their bearers spell them.
     */
    static Set<String> otherReadings(String word, String latin) {
        Set<String> readings = new LinkedHashSet<>();
        int script = UScript.getScript(word.codePointAt(0));
        if (word.length() > LONGEST) {
            return readings;
        }
        if (script == UScript.LATIN && ENDS_LIKE_GOD.matcher(latin).find()) {
            readings.add(latin.substring(0, latin.length() - 1));
        } else if (script == UScript.HANGUL) {
            readings.addAll(Korean.readings(word));
        } else if (Indic.is(script)) {
            readings.addAll(Indic.readings(word));
        } else if (BY_SCRIPT.containsKey(script)) {
            readings.add(plain(WITH_HISSES.transliterate(word)));
        } else if (script == UScript.CYRILLIC) {
            String ukrainian = plain(UKRAINIAN.transliterate(word));
            readings.add(ukrainian);
            readings.add(latin.replace("kh", "h"));
            readings.add(ukrainian.replace("kh", "h"));
            if (OF_SERBIAN.matcher(word).find()) {
                readings.add(plain(SERBIAN.transliterate(word)));
            }
        } else if (script == UScript.HEBREW) {
            String guttural = word.replace("\u05D7", "ch");
            for (String spelled : List.of(guttural, TSADI.matcher(word).replaceAll("ts"),
                    TSADI.matcher(guttural).replaceAll("ts"))) {
                readings.add(heard(word, plain(ANY.transliterate(spelled))));
            }
        } else if (script == UScript.ARABIC) {
            readings.add(latin(PERSIAN_Z.matcher(word).replaceAll("\u0632").replace('\u062B', '\u0633')
                    .replace('\u0637', '\u062A')));
        }
        readings.remove(latin);
        readings.remove("");
        return readings;
    }

    /** The word in small letters from a to z; empty where it has none of them. */
    static String latin(String whole) {
        String word = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        int script = UScript.getScript(word.codePointAt(0));
        String latin;
        if (script == UScript.CYRILLIC) {
            latin = (OF_UKRAINIAN.matcher(word).find() ? UKRAINIAN : RUSSIAN).transliterate(word);
        } else if (script == UScript.ARABIC) {
            latin = ANY.transliterate(ARTICLE.matcher(word).replaceFirst("")
                    // two letters, and not the one that is written zh
                    .replace("\u0632\u0647", "\u0632\u0627\u0647")
                    // a final ta marbuta and a final alif maqsura are heard as an a, and so may a final ayn be
                    .replaceAll("[ةى]$", "ا").replaceAll("ع$", "ه"));
        } else if (script == UScript.HEBREW) {
            latin = ANY.transliterate(word).replaceAll("[^A-Za-z]+$", "") + (word.endsWith("\u05D0") ? "a" : "");
        } else if (script == UScript.HANGUL) {
            latin = Korean.readings(word).get(0);
        } else if (Indic.is(script)) {
            latin = Indic.readings(word).get(0);
        } else {
            latin = BY_SCRIPT.getOrDefault(script, ANY).transliterate(word);
        }
        latin = heard(word, plain(latin));
        return latin.length() > LONGEST ? latin.substring(0, LONGEST) : latin;
    }

    private static String plain(String latin) {
        return NO_LETTER.matcher(latin.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static String heard(String word, String latin) {
        // The article's own alef is none of the name.
        return OF_THE_THROAT.matcher(ARTICLE.matcher(word).replaceFirst("")).find() && !latin.startsWith("a")
                ? 'a' + latin
                : latin;
    }

    /**
     * A word in letters from a to z in the form that its spellings have in common; S and C stand for the sounds that
     * English writes as sh and ch.
     */
    static String form(String latin) {
        String form = latin;
        for (Rule rule : RULES) {
            form = rule.spelling().matcher(form).replaceAll(rule.form());
        }
        return form.isEmpty() ? latin : form;
    }
}
