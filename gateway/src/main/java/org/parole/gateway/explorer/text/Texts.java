package org.parole.gateway.explorer.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands around every page, and words that several kinds of pages share, in English; those of other languages stand in {@code messages/t_*.properties}. {@code t:} in templates. */
@MessageBundle(value = "t", locale = "en")
public interface Texts {

    @Message("Skip to the content")
    String skip();

    @Message("Search")
    String search();

    @Message("Search everything")
    String searchEverything();

    @Message("Main")
    String mainNavigation();

    @Message("Compare")
    String compare();

    @Message("API")
    String api();

    @Message("Add an article")
    String addDocument();

    @Message("Sign in")
    String signIn();

    @Message("Sign out {name}")
    String signOut(String name);

    @Message("Light or dark")
    String theme();

    @Message("Something is missing from this page, and nothing has been put in its place.")
    String incomplete();

    @Message("Parole keeps every source’s own count of released captives beside the words that it rests on. It holds counts, never the names of detainees.")
    String about();

    @Message("Further")
    String footer();

    @Message("API document")
    String apiDocument();

    @Message("Licence")
    String licence();

    @Message("Take it with you: JSON, CSV, curl")
    String takeWithYou();

    @Message("as JSON")
    String asJson();

    @Message("as CSV")
    String asCsv();

    @Message("as an Atom feed")
    String asFeed();

    @Message("The same with curl; for a table, add -H 'Accept: text/csv' to a list.")
    String asCurl();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Sources in force say {range}")
    String sourcesSay(String range);

    @Message("Agreements")
    String agreements();

    @Message("Nothing is on record here.")
    String nothingYet();

    @Message("Best figure by")
    String policy();

    @Message("Consensus (default)")
    String policyDefault();

    @Message("Happened by")
    String on();

    @Message("Published by")
    String publishedBy();

    @Message("Recorded by")
    String asOf();

    @Message("Date")
    String date();

    @Message("Low")
    String low();

    @Message("Best")
    String best();

    @Message("High")
    String high();

    @Message("Who says so")
    String claimant();

    @Message("Figure")
    String figure();

    @Message("Side")
    String side();

    @Message("Evidence")
    String evidence();

    @Message("Who they are")
    String part();

    @Message("Show more")
    String more();

    @Message("There is no such page or record")
    String errorNotFound();

    @Message("This was retracted")
    String errorRetracted();

    @Message("This needs a key")
    String errorNotAllowed();

    @Message("Too much at once")
    String errorTooMany();

    @Message("This cannot be had now")
    String errorUnavailable();

    @Message("Something in the request is wrong")
    String errorWrong();

    @Message("Something went wrong here")
    String errorInternal();

    @Message("It may have been written wrong, or have another name now. Search for it, or begin at the first page.")
    String adviceNotFound();

    @Message("Retracted records stay in the history: with a record time before the retraction they can still be read.")
    String adviceRetracted();

    @Message("Nothing is wrong with the address: try again in a moment.")
    String adviceLater();

    @Message("To the first page")
    String home();

    @Message("Release report")
    String releaseReport();

    @Message("to the agreement")
    String backToAgreement();

    @Message("Stage")
    String stage();

    @Message("Published")
    String published();

    @Message("Note")
    String note();

    @Message("Correct or retract")
    String correct();

    @Message("Quote")
    String quoteWord();

    @Message("Mark a passage and quote it")
    String markPassage();

    @Message("Speaker")
    String speakerWord();

    @Message("Commitment")
    String commitment();

    @Message("Quotes")
    String quotes();
}
