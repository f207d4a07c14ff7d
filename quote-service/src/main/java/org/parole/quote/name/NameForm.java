package org.parole.quote.name;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    /** Whether it has no words but single letters, such as 'A B' or 'Colonel D', which are many people's. */
    boolean isOfInitials;

    /**
     * A word that tells people apart.
     *
     * @param latin         in letters from a to z
     * @param form          what its spellings have in common
     * @param withoutVowels whether its script leaves the vowels out
     * @param isLatin       whether it was written in Latin letters
     * @param other         the same as it is read in another language of its script, which may have another, or null
     */
    record Word(String latin, String form, boolean withoutVowels, boolean isLatin, Word other) {

        static Word of(String latin, boolean withoutVowels, boolean isLatin) {
            return new Word(latin, Romanisation.form(latin), withoutVowels, isLatin, null);
        }

        static Word read(String written) {
            String latin = Romanisation.latin(written);
            Word word = of(latin.isEmpty() ? written : latin, Romanisation.isWithoutVowels(written),
                    Romanisation.isLatin(written));
            Word other = null;
            for (String reading : Romanisation.otherReadings(written, latin)) {
                other = new Word(reading, Romanisation.form(reading), word.withoutVowels, false, other);
            }
            return other == null
                    ? word
                    : new Word(word.latin, word.form, word.withoutVowels, word.isLatin, other);
        }

        List<Word> readings() {
            List<Word> readings = new ArrayList<>();
            for (Word reading = this; reading != null; reading = reading.other) {
                readings.add(reading);
            }
            return readings;
        }

        Word with(Word next) {
            return of(latin + next.latin, withoutVowels, isLatin && next.isLatin);
        }
    }

    private NameForm(String name) {
        key = Names.key(name);
        hasComma = name.indexOf(',') > 0 || name.indexOf('\u060C') > 0;
        String[] parts = SEPARATOR.split(CAMEL.matcher(JOINER.matcher(name).replaceAll("")).replaceFirst("$1 "));
        Word servant = null;
        for (String part : parts) {
            String plain = INNER_MARK.matcher(part).replaceAll("");
            if (plain.isEmpty() || words.size() + particles.size() >= MOST_WORDS) {
                continue;
            }
            var word = Word.read(plain);
            String latin = word.latin;
            if (Romanisation.isInitial(plain)) {
                initials.add(latin.substring(0, Math.min(1, latin.length())));
                continue;
            }
            if (servant != null && !NameWords.isParticle(latin)) {
                // 'Abd al-Rahman' is one name
                words.add(Word.of(servant.latin + latin, word.withoutVowels, word.isLatin));
                servant = null;
            } else if (SERVANT_ALONE.matcher(latin).matches()) {
                servant = Word.of("abd", word.withoutVowels, word.isLatin);
            } else {
                add(word);
            }
        }
        if (servant != null) {
            words.add(servant);
        }
        if (words.isEmpty() && !initials.isEmpty()) {
            isOfInitials = true;
            words.add(Word.of(key, false, true));
        }
        if (words.isEmpty()) {
            // Nothing but titles and particles: then they are the name.
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
    }

    static NameForm of(String name) {
        return new NameForm(name);
    }

    private void add(Word word) {
        String latin = word.latin;
        if (NameWords.isGeneration(latin) && !words.isEmpty()) {
            generation = latin;
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
