package org.parole.kit.text;

/** The forms of short texts, as regular expressions with the messages that go with them. */
public final class Formats {

    /** A BCP 47 language tag: {@code en}, {@code fa-AF}, {@code zh-Hant-TW}. */
    public static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}";
    /** What is expected of a language. */
    public static final String LANGUAGE_MESSAGE = "must be a BCP 47 language tag such as en or fa-AF";
    /** An ISO 3166 country code. */
    public static final String COUNTRY = "[A-Z]{2}";
    /** What is expected of a country. */
    public static final String COUNTRY_MESSAGE = "must be an ISO 3166 country code such as QA";
    /** A slug, as parties and agreements have. */
    public static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    /** What is expected of a slug. */
    public static final String SLUG_MESSAGE = "must be a slug of at most 100 characters: lower-case letters, digits and single hyphens";
    /** The id of a Wikidata item. */
    public static final String WIKIDATA_ITEM = "Q[1-9][0-9]{0,11}";
    /** What is expected of a Wikidata item. */
    public static final String WIKIDATA_ITEM_MESSAGE = "must be a Wikidata item such as Q42";

    private Formats() {
    }
}
