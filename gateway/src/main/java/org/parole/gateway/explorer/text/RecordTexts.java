package org.parole.gateway.explorer.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Reports, quotes, documents and speakers, in English; those of other languages stand in {@code messages/record_*.properties}. {@code record:} in templates. */
@MessageBundle(value = "record", locale = "en")
public interface RecordTexts {

    @Message("disputed")
    String disputed();

    @Message("{figure}, says {claimant}, {date}")
    String reportTitle(String figure, String claimant, String date);

    @Message("What {speaker} said")
    String quoteTitle(String speaker);

    @Message("History: {#if count == 1}1 revision{#else}{count} revisions{/if}")
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

    @Message("Place")
    String place();

    @Message("Reliability")
    String reliability();

    @Message("Recorded")
    String recorded();

    @Message("Who passed it on")
    String chain();

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

    @Message("Who may have said it")
    String candidates();

    @Message("With the recorder's confidence. The quote does not count as said by any of them until an editor has chosen.")
    String candidatesHint();

    @Message("here and there:")
    String hereAndThere();

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

    @Message("{#if count == 1}1 quote{#else}{count} quotes{/if}")
    String quotesInIt(int count);

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

    @Message("Somebody whom the source does not name clearly")
    String unknownSpeaker();
}
