package org.parole.gateway.explorer.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Signing in and the forms of editors, in English; those of other languages stand in {@code messages/edit_*.properties}. {@code edit:} in templates. */
@MessageBundle(value = "edit", locale = "en")
public interface EditTexts {

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
    String agreement();

    @Message("None, or another")
    String noAgreement();

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

    @Message("Record a figure that this quote states")
    String addFigure();

    @Message("The text is on record and shown only around quotes. Copy the words from the source: the place is looked for.")
    String textOnRecord();
}
