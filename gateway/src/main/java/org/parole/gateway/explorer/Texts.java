package org.parole.gateway.explorer;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages in English; those of other languages stand in {@code messages}. {@code t:} in templates. */
@MessageBundle(value = "t", locale = "en")
public interface Texts {

    @Message("Skip to the content")
    String skip();

    @Message("Search")
    String search();

    @Message("Search everything")
    String searchEverything();

    @Message("A name, a number, words of a quote …")
    String searchHint();

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

    @Message("{releasing} frees, {receiving} receives")
    String freedBy(String releasing, String receiving);

    @Message("about")
    String about1();

    @Message("freed of {promised} promised")
    String ofPromised(String promised);

    @Message("freed; no number was promised, or none is on record")
    String nothingPromised();

    @Message("Sources in force say {range}")
    String sourcesSay(String range);

    @Message("{range} still to be freed")
    String toGo(String range);

    @Message("No source in force gives a number.")
    String noFigure();

    @Message("Only one side’s figures count here.")
    String oneSided();

    @Message("The other side’s last word: {claimant}, {figure}, on {date}.")
    String otherSideSaid(String claimant, String figure, String date);

    @Message("The other side has not given a figure.")
    String otherSideSilent();

    @Message("{#if count == 1}1 conflict between sources{#else}{count} conflicts between sources{/if}")
    String conflictCount(int count);

    @Message("No conflict between sources is on record.")
    String noConflict();

    @Message("superseded")
    String superseded();

    @Message("At least {low}, best figure {best}, at most {high}, of {promised} promised")
    String barInWords(String low, String best, String high, String promised);

    @Message("Who promised to free whom, how far it got, and who disputes it")
    String homeTitle();

    @Message("Every source’s own count, side by side, each with the sentence that it rests on.")
    String homeLead();

    @Message("Agreements")
    String agreements();

    @Message("Exchanges")
    String exchanges();

    @Message("No agreement is on record yet.")
    String noAgreements();

    @Message("No commitment to free anyone is on record.")
    String noCommitments();

    @Message("Signed {date}")
    String signedOn(String date);

    @Message("Newest reports")
    String newestReports();

    @Message("Newest quotes")
    String newestQuotes();

    @Message("Nothing is on record here.")
    String nothingYet();

    @Message("disputed")
    String disputed();

    @Message("Signed by")
    String signatories();

    @Message("binding")
    String bound();

    @Message("What the page shows")
    String switches();

    @Message("Best figure by")
    String policy();

    @Message("Consensus (default)")
    String policyDefault();

    @Message("Consensus")
    String policyConsensus();

    @Message("Latest")
    String policyLatest();

    @Message("Cautious: what both sides support")
    String policyCautious();

    @Message("Verified only")
    String policyVerified();

    @Message("Happened by")
    String on();

    @Message("Event date: 2020-05-31, 2020-05")
    String onHint();

    @Message("Published by")
    String publishedBy();

    @Message("What the world could know then")
    String publishedByHint();

    @Message("Recorded by")
    String asOf();

    @Message("What was on record here then")
    String asOfHint();

    @Message("Direction")
    String direction();

    @Message("All")
    String allDirections();

    @Message("Show")
    String show();

    @Message("Start again")
    String reset();

    @Message("A switch could not be read and was left out: see there.")
    String switchesWrong();

    @Message("Rule:")
    String rule();

    @Message("rules {version}")
    String rulesVersion(String version);

    @Message("Every step of the sum")
    String explain();

    @Message("The tally could not be had now.")
    String tallyMissing();

    @Message("Best figure")
    String legendBest();

    @Message("Low to high")
    String legendBand();

    @Message("Promised")
    String legendPromised();

    @Message("Picture (SVG)")
    String asSvg();

    @Message("Picture (PNG)")
    String asPng();

    @Message("Embed")
    String embed();

    @Message("Compare two dates")
    String compareDates();

    @Message("The table behind the chart")
    String tableBehind();

    @Message("The answer at each date where it changed")
    String answersByDate();

    @Message("Running totals as they were reported")
    String figuresByClaimant();

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

    @Message("Independent outlets")
    String outlets();

    @Message("Evidence")
    String evidence();

    @Message("No running total is on record, so there is nothing to draw.")
    String nothingToDraw();

    @Message("Where the sources disagree")
    String whereSourcesDisagree();

    @Message("since {date}")
    String since(String date);

    @Message("standing")
    String standing();

    @Message("{count} gaps between the running totals and the batches on record")
    String gaps(int count);

    @Message("That the releases on record add up to less than a rise is normal: not all are reported one by one.")
    String gapsHint();

    @Message("gap")
    String gap();

    @Message("Who says what")
    String whoSaysWhat();

    @Message("Of these")
    String breakdown();

    @Message("Who they are")
    String part();

    @Message("What was reported and said")
    String timeline();

    @Message("Reports and quotes in one order, the earliest first. Every number leads to its evidence.")
    String timelineHint();

    @Message("(published)")
    String publishedThen();

    @Message("Show more")
    String more();

    @Message("The low figure is that of {claimant}, {date}")
    String lowIs(String claimant, String date);

    @Message("The high figure is that of {claimant}, {date}")
    String highIs(String claimant, String date);

    @Message("(not repeated since)")
    String carried();

    @Message("(or more)")
    String open();

    @Message("{title}: what was promised, how many were freed according to whom, and where sources disagree.")
    String agreementDescription(String title);

    @Message("Promised: {figure}")
    String promisedLine(String figure);

    @Message("{category} freed by {releasing}")
    String chartTitle(String category, String releasing);

    @Message("Each source’s running total; the band spans the totals in force, the thick line is the best figure ({policy}).")
    String chartSubtitle(String policy);

    @Message("Sources: {outlets}. Parole, as recorded {time}.")
    String chartSource(String outlets, String time);

    @Message("{names} and {count} more")
    String andMore(String names, int count);

    @Message("demanded")
    String deedDemanded();

    @Message("offered")
    String deedOffered();

    @Message("on a list")
    String deedListed();

    @Message("promised")
    String deedPromised();

    @Message("announced")
    String deedAnnounced();

    @Message("denied")
    String deedDenied();

    @Message("suspended")
    String deedSuspended();

    @Message("freed in all")
    String deedInAll();

    @Message("still held")
    String deedRemaining();

    @Message("freed that day")
    String deedThatDay();

    @Message("Sources contradict each other")
    String conflictContradiction();

    @Message("A source contradicts itself")
    String conflictSelf();

    @Message("Outlets report one claimant differently")
    String conflictReported();

    @Message("Releases exceed the running total")
    String conflictBatches();

    @Message("Parts and whole do not fit")
    String conflictParts();

    @Message("One release, two dates")
    String conflictDate();

    @Message("A running total falls")
    String conflictDecrease();

    @Message("The same people, counted as others")
    String conflictCategory();

    @Message("Announced, not carried out")
    String conflictPlan();

    @Message("A release is denied")
    String conflictDenial();

    @Message("releasing side")
    String sideReleasing();

    @Message("receiving side")
    String sideReceiving();

    @Message("mediator")
    String sideMediator();

    @Message("monitor")
    String sideMonitor();

    @Message("media")
    String sideMedia();

    @Message("Words found in the document")
    String evidenceVerified();

    @Message("Words not checked")
    String evidenceUnchecked();

    @Message("No words on record")
    String evidenceMissing();

    @Message("Passage found, exactly")
    String passageExact();

    @Message("Passage found, but for typography")
    String passageNormalised();

    @Message("Passage stands in several places")
    String passageAmbiguous();

    @Message("Passage not found")
    String passageOrphaned();

    @Message("Passage not checked")
    String passageUnchecked();

    @Message("same words")
    String wordsSame();

    @Message("shortened")
    String wordsShortened();

    @Message("altered")
    String wordsAltered();

    @Message("paraphrase")
    String wordsParaphrase();

    @Message("The passage stands in the document exactly as it is anchored here.")
    String sentenceExact();

    @Message("The passage stands in the document; only typography differs, such as quotation marks, hyphens or spaces.")
    String sentenceNormalised();

    @Message("The words stand in several places of the document, and what surrounds them does not say which one is meant.")
    String sentenceAmbiguous();

    @Message("The passage is not in the text of the document that is on record.")
    String sentenceOrphaned();

    @Message("Nobody has checked the passage: the text of the document is not on record.")
    String sentenceUnchecked();

    @Message("The words quoted are the words of the passage.")
    String sentenceSame();

    @Message("The words quoted are shortened: something of the passage is left out.")
    String sentenceShortened();

    @Message("The words quoted differ from those of the passage.")
    String sentenceAltered();

    @Message("The words are a paraphrase, not the speaker’s own.")
    String sentenceParaphrase();

    @Message("some")
    String quantitySome();

    @Message("about {figure}")
    String quantityAbout(String figure);

    @Message("at least {figure}")
    String quantityAtLeast(String figure);

    @Message("over {figure}")
    String quantityOver(String figure);

    @Message("up to {figure}")
    String quantityUpTo(String figure);

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

    @Message("{figure}, says {claimant}, {date}")
    String reportTitle(String figure, String claimant, String date);

    @Message("What {speaker} said")
    String quoteTitle(String speaker);

    @Message("History: {count} revisions")
    String history(int count);

    @Message("revision")
    String revision();

    @Message("Left out:")
    String omitted();

    @Message("Difference:")
    String difference();

    @Message("What was left out changes the meaning.")
    String meaningChanged();

    @Message("Checked {time}")
    String checkedAt(String time);

    @Message("Release report")
    String releaseReport();

    @Message("to the agreement")
    String backToAgreement();

    @Message("The words behind the figure")
    String theWords();

    @Message("No quote on record states this; these are the words that the report gives.")
    String noQuote();

    @Message("No words are on record for this figure.")
    String noWords();

    @Message("Where they stand in the document")
    String inTheDocument();

    @Message("Read in")
    String readIn();

    @Message("More about this quote")
    String quotePage();

    @Message("The report")
    String theReport();

    @Message("Out of")
    String outOf();

    @Message("Stage")
    String stage();

    @Message("Published")
    String published();

    @Message("Place")
    String place();

    @Message("Reliability")
    String reliability();

    @Message("Recorded")
    String recorded();

    @Message("Note")
    String note();

    @Message("Who passed it on")
    String chain();

    @Message("Correct or retract")
    String correct();

    @Message("Quote")
    String quoteWord();

    @Message("date unknown")
    String saidUnknown();

    @Message("In the original language")
    String original();

    @Message("How it came here")
    String howItCame();

    @Message("What it is about")
    String aboutWhat();

    @Message("Topics")
    String topics();

    @Message("The same statement elsewhere")
    String occurrences();

    @Message("Independent sources: {number}")
    String independent(String number);

    @Message("It is on record in this document only.")
    String nowhereElse();

    @Message("Alike, but not the same")
    String near();

    @Message("Differs in a number, a negation or the words, and corroborates nothing.")
    String nearHint();

    @Message("Related quotes")
    String relations();

    @Message("Quoted passages")
    String quotedPassages();

    @Message("The text is evidence and not for re-publishing: shown are the quoted passages with what stands around them.")
    String excerptOnly();

    @Message("No quote is anchored in this document.")
    String noPassages();

    @Message("{kind}, {length} characters, revision {revision} of the text, SHA-256")
    String textIs(String kind, String length, String revision);

    @Message("The text of this document is not on record.")
    String noText();

    @Message("Mark a passage and quote it")
    String markPassage();

    @Message("{#if count == 1}1 quote{#else}{count} quotes{/if}")
    String quotesInIt(int count);

    @Message("Speaker")
    String speakerWord();

    @Message("Speaks for {party}")
    String speaksForParty(String party);

    @Message("Speaks for no party on record")
    String speaksForNone();

    @Message("Also called")
    String alsoCalled();

    @Message("Roles")
    String roles();

    @Message("{#if count == 1}1 quote{#else}{count} quotes{/if}")
    String saidCount(int count);

    @Message("{#if count == 1}1 figure claimed{#else}{count} figures claimed{/if}")
    String claimedFigures(int count);

    @Message("What was tallied")
    String talliedBeside();

    @Message("It speaks for no party, so no tally stands beside it.")
    String noParty();

    @Message("{figure} · {date} · {claimant}: the last total with what it says was freed since")
    String lineTotal(String figure, String date, String claimant);

    @Message("Compare two answers")
    String compareTitle();

    @Message("Two dates, two record times or two rules for the same commitment: what changed, and which reports make the difference.")
    String compareLead();

    @Message("Commitment")
    String commitment();

    @Message("One answer")
    String sideA();

    @Message("The other answer")
    String sideB();

    @Message("What changed, and why")
    String whatChanged();

    @Message("The best figure differs by")
    String differenceIs();

    @Message("The same reports count in both.")
    String noReportChanged();

    @Message("By the question alone, with the same reports:")
    String questionChanged();

    @Message("Found for “{words}”")
    String searchTitle(String words);

    @Message("Narrow the quotes")
    String facets();

    @Message("There is nothing to choose from.")
    String noFacets();

    @Message("Any")
    String anyValue();

    @Message("Speakers")
    String speakers();

    @Message("Release reports")
    String reports();

    @Message("Quotes")
    String quotes();

    @Message("Nothing was found for “{words}”; these are near.")
    String correctedFrom(String words);

    @Message("Nothing was found.")
    String nothingFound();

    @Message("See who says so, in which words")
    String seeEvidence();

    @Message("Kind")
    String facetKind();

    @Message("Channel")
    String facetChannel();

    @Message("Speaker")
    String facetSpeaker();

    @Message("Party")
    String facetParty();

    @Message("Outlet")
    String facetOutlet();

    @Message("Verification")
    String facetVerification();

    @Message("Agreement")
    String facetAgreement();

    @Message("Language")
    String facetLanguage();

    @Message("This key is unknown, revoked or expired.")
    String keyUnknown();

    @Message("Reading needs no key. Those who write sign in with theirs; it is kept in this browser’s session only, encrypted, for eight hours.")
    String signInLead();

    @Message("API key")
    String key();

    @Message("Nothing is recorded before you have marked what is quoted.")
    String pasteLead();

    @Message("Address")
    String url();

    @Message("Title")
    String title();

    @Message("Outlet")
    String outlet();

    @Message("Kind of outlet")
    String outletKind();

    @Message("Language")
    String languageWord();

    @Message("What the text is")
    String textKind();

    @Message("Text")
    String text();

    @Message("Go on and mark what is quoted")
    String goOnToMark();

    @Message("Recorded:")
    String recordedNow();

    @Message("Document")
    String documentWord();

    @Message("Mark a passage with the mouse or the keyboard; its words and place are filled in beside it. Without scripts, copy them there.")
    String markHint();

    @Message("Marked:")
    String marked();

    @Message("Words quoted")
    String content();

    @Message("Kind of speaker")
    String speakerKind();

    @Message("Role, as given there")
    String role();

    @Message("Kind of quote")
    String quoteKind();

    @Message("Channel")
    String channel();

    @Message("Said on")
    String saidOn();

    @Message("About the agreement")
    String agreementSlug();

    @Message("Its figure, if it has one")
    String reportOptional();

    @Message("Leave the figure empty to record the quote alone.")
    String reportHint();

    @Message("How exact")
    String comparator();

    @Message("In the source’s words")
    String wording();

    @Message("What it counts")
    String basis();

    @Message("Record")
    String record();

    @Message("Correct")
    String correctWord();

    @Message("Why it changes")
    String revisionType();

    @Message("Reason")
    String reason();

    @Message("Retract")
    String retract();

    @Message("It stays in the history and in answers for earlier record times.")
    String retractHint();

    @Message("Exchange")
    String exchangeWord();

    @Message("mediated by")
    String mediatedBy();

    @Message("exchange no. {number} between them")
    String ordinal(String number);

    @Message("Counts of both directions together")
    String jointCounts();

    @Message("Held against the sum of the two directions.")
    String jointHint();

}
