package org.parole.quote.anchor;

import java.util.List;

import org.parole.kit.language.LanguageCodes;

/**
 * The words of a quote, as they are compared with those of its passage.
 *
 * @param content          what was said, in the quote's language
 * @param language         of the content, BCP 47
 * @param original         the wording before its translation, or null
 * @param originalLanguage of that, or null
 * @param textLanguage     of the document, or null where it is not known
 * @param claim            which of the words are claimed to be those that were said
 */
public record QuotedWords(String content, String language, String original, String originalLanguage,
        String textLanguage, WordsClaim claim) {

    /** Direct speech in a language of which nothing else is known. */
    public static QuotedWords direct(String content, String language) {
        return new QuotedWords(content, language, null, null, language, WordsClaim.ALL);
    }

    /** The languages in which the content may be, and in which its words are read: its own and that of the text. */
    List<String> languages() {
        return textLanguage == null || textLanguage.equals(language)
                ? List.of(language)
                : List.of(language, textLanguage);
    }

    /** The same of the original wording. */
    List<String> languagesOfOriginal() {
        return textLanguage == null || textLanguage.equals(originalLanguage)
                ? List.of(originalLanguage)
                : List.of(originalLanguage, textLanguage);
    }

    /** Whether the document speaks another language than the content: a translation's words are not its own. */
    boolean isTranslated() {
        return textLanguage != null && !LanguageCodes.primary(language).equals(LanguageCodes.primary(textLanguage))
                && !LanguageCodes.primary(language).equals("und") && !LanguageCodes.primary(textLanguage).equals("und");
    }
}
