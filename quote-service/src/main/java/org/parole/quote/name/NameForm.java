package org.parole.quote.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.parole.kit.text.Names;

/** A name taken apart: its words in Latin letters, and what stands between and before them. */
final class NameForm {

    /** More words than any name has are not compared: what is behind them tells nobody apart. */
    static final int MOST_WORDS = 12;

    private static final Pattern SEPARATOR = Pattern
            .compile("[^\\p{L}\\p{M}\\p{N}'\u2018\u2019\u02BC\u02BE\u02BF`\u05F3\u05F4\"]+");
    private static final Pattern INNER_MARK = Pattern.compile("['\u2018\u2019\u02BC\u02BE\u02BF`\u05F3\u05F4\"]");
    /** What joins the parts of a word without a space between them, as in Persian. */
    private static final Pattern JOINER = Pattern.compile("[\u200B-\u200D\u2060\u00AD]");
    private static final Pattern CAMEL = Pattern.compile("^(El|Al)(?=\\p{Lu})");
    private static final Pattern ROMAN_DIGIT = Pattern.compile("[IVX]");
    private static final Map<String, String> GENERATIONS = Map.ofEntries(Map.entry("junior", "jr"),
            Map.entry("jun", "jr"), Map.entry("fils", "jr"), Map.entry("hijo", "jr"), Map.entry("filho", "jr"),
            Map.entry("senior", "sr"), Map.entry("sen", "sr"), Map.entry("pere", "sr"));
    /** The same in scripts that are not Latin, as they are written. */
    private static final Map<String, String> OTHER_GENERATIONS = Map.of("\u043C\u043B\u0430\u0434\u0448\u0438\u0439",
            "jr",
            "\u0441\u0442\u0430\u0440\u0448\u0438\u0439", "sr", "\u043C\u043E\u043B\u043E\u0434\u0448\u0438\u0439",
            "jr",
            "\u0627\u0644\u0627\u0628\u0646", "jr", "\u0627\u0644\u0623\u0628", "sr", "\u0627\u0644\u0627\u0628", "sr");
    /** A given name of two: Jean-Pierre. */
    private static final Pattern DOUBLE = Pattern.compile("^\\p{L}{3,}-\\p{L}{3,}\\s");
    /** 'Servant of', with the article: its l becomes the sound that follows, which is then doubled. */
    private static final Pattern SERVANT = Pattern.compile("^abd[aeiou]?(?:l(?=[a-z]{3})|([rsnzdt])(?=\\1))");
    private static final Pattern SERVANT_ALONE = Pattern.compile("abd([aeiou]?[lrsnzdt])?");

    final String key;
    final List<Word> words = new ArrayList<>();
    final List<String> particles = new ArrayList<>();
    final List<String> initials = new ArrayList<>();
    String generation;
    boolean hasComma;
    boolean hasPatronymic;
    boolean hasTitle;
    /** Whether two words joined by a hyphen begin it. */
    final boolean isDouble;
    /** Whether it is called after what organisations are. */
    boolean isBody;
    /** In digits, in words or in Roman numerals: the 79th brigade is not the 80th. */
    final List<Long> numbers;
    /** Whether it has no words but numbers. */
    final boolean isOfNumbers;
    /** Whether it has no words but single letters, such as 'A B' or 'Colonel D', which are many people's. */
    boolean isOfInitials;

    /**
     * A word that tells people apart.
     *
     * @param latin         in letters from a to z
     * @param form          what its spellings have in common
     * @param withoutVowels whether its script leaves the vowels out
     * @param isLatin       whether it was written in Latin letters
     * @param han           the word in simplified Chinese signs, which sound alike for many people; null where it has others
     * @param other         the same as it is read in another language of its script, which may have another, or null
     */
    record Word(String latin, String form, boolean withoutVowels, boolean isLatin, String han, Word other) {

        static Word of(String latin, boolean withoutVowels, boolean isLatin) {
            return new Word(latin, Romanisation.form(latin), withoutVowels, isLatin, null, null);
        }

        static Word read(String written) {
            String latin = Romanisation.latin(written);
            Word word = of(latin.isEmpty() ? written : latin, Romanisation.isWithoutVowels(written),
                    Romanisation.isLatin(written));
            Word other = null;
            for (String reading : Romanisation.otherReadings(written, latin)) {
                other = new Word(reading, Romanisation.form(reading), word.withoutVowels, false, null, other);
            }
            return new Word(word.latin, word.form, word.withoutVowels, word.isLatin, Romanisation.han(written), other);
        }

        List<Word> readings() {
            List<Word> readings = new ArrayList<>();
            for (Word reading = this; reading != null; reading = reading.other) {
                readings.add(reading);
            }
            return readings;
        }

        Word with(Word next) {
            return new Word(latin + next.latin, Romanisation.form(latin + next.latin), withoutVowels,
                    isLatin && next.isLatin, han == null || next.han == null ? null : han + next.han, null);
        }
    }

    /** The name in its parts; without the signs that join the parts of a word. */
    private static String[] parts(String name) {
        String joined = JOINER.matcher(name).replaceAll("");
        String[] parts = Stream.of(SEPARATOR.split(CAMEL.matcher(joined).replaceFirst("$1 ")))
                .filter(part -> !part.isEmpty()).toArray(String[]::new);
        return parts.length == 1 ? Korean.parts(parts[0]).toArray(String[]::new) : parts;
    }

    private NameForm(String name) {
        key = Names.key(name);
        hasComma = name.indexOf(',') > 0 || name.indexOf('\u060C') > 0;
        isDouble = DOUBLE.matcher(name.strip()).find();
        String[] parts = parts(name);
        var numerals = new Numerals(parts);
        Word servant = null;
        boolean isBehindNumber = false;
        for (int i = 0; i < parts.length && words.size() + particles.size() < MOST_WORDS; i++) {
            String plain = INNER_MARK.matcher(parts[i]).replaceAll("");
            if (plain.isEmpty()) {
                continue;
            }
            if (numerals.take(plain, i == 0, i == parts.length - 1)) {
                isBehindNumber = true;
                continue;
            }
            var word = Word.read(plain);
            String latin = word.latin;
            if (isBehindNumber && NameWords.isTitle(latin)) {
                // The first lady is not the first of something.
                numerals.forgetLast();
            }
            isBehindNumber = false;
            if (Romanisation.isInitial(plain)) {
                addInitial(latin, plain, i > 0 && i == parts.length - 1 && !name.strip().endsWith("."));
                continue;
            }
            if (Korean.isWritten(plain)) {
                // None of its syllables is a particle of another language.
                words.add(word);
            } else if (servant != null && !NameWords.isParticle(latin)) {
                // 'Abd al-Rahman' is one name
                words.add(Word.of(servant.latin + latin, word.withoutVowels, word.isLatin));
                servant = null;
            } else if (SERVANT_ALONE.matcher(latin).matches()) {
                servant = Word.of("abd", word.withoutVowels, word.isLatin);
            } else {
                add(word, plain);
            }
        }
        if (servant != null) {
            words.add(servant);
        }
        numbers = List.copyOf(numerals.numbers());
        isOfNumbers = words.isEmpty() && initials.isEmpty() && !numbers.isEmpty();
        if (isOfNumbers) {
            words.add(Word.of(key, false, true));
        }
        if (words.isEmpty() && !initials.isEmpty()) {
            isOfInitials = true;
            words.add(Word.of(key, false, true));
        }
        if (words.isEmpty()) {
            takeAll(parts);
        }
    }

    private void addInitial(String latin, String written, boolean isLast) {
        initials.add(latin.substring(0, Math.min(1, latin.length())));
        if (isLast && ROMAN_DIGIT.matcher(written).matches()) {
            // Elizabeth I is not Elizabeth II; Malcolm X stays who he is.
            generation = latin;
        }
    }

    /** Nothing but titles and particles: then they are the name. */
    private void takeAll(String[] parts) {
        for (String part : parts) {
            if (!part.isEmpty() && words.size() < MOST_WORDS) {
                words.add(Word.read(part));
            }
        }
        particles.clear();
        if (words.isEmpty()) {
            words.add(Word.of(key, false, true));
        }
    }

    static NameForm of(String name) {
        return new NameForm(name);
    }

    private void add(Word word, String written) {
        String latin = word.latin;
        isBody |= NameWords.isBody(latin);
        if (!words.isEmpty() && OTHER_GENERATIONS.containsKey(written)) {
            generation = OTHER_GENERATIONS.get(written);
        } else if (word.isLatin && NameWords.isGeneration(latin) && !words.isEmpty()) {
            generation = GENERATIONS.getOrDefault(latin, latin);
        } else if (NameWords.isPatronymic(latin)) {
            hasPatronymic = true;
        } else if (NameWords.isTitle(latin)) {
            hasTitle = true;
        } else if (NameWords.isParticle(latin)) {
            particles.add(latin);
        } else {
            Matcher servant = SERVANT.matcher(latin);
            words.add(servant.find()
                    ? Word.of("abd" + latin.substring(servant.end()), word.withoutVowels, word.isLatin)
                    : word);
        }
    }
}
