package org.parole.gateway.explorer.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the API says in codes, in words, in English; those of other languages stand in {@code messages/code_*.properties}. {@code code:} in templates. */
@MessageBundle(value = "code", locale = "en")
public interface CodeTexts {

    @Message("Consensus")
    String policyConsensus();

    @Message("Latest")
    String policyLatest();

    @Message("Cautious: what both sides support")
    String policyCautious();

    @Message("Verified only")
    String policyVerified();

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

    @Message("“{words}”")
    String quantityWords(String words);

    @Message("about {figure}")
    String quantityAbout(String figure);

    @Message("at least {figure}")
    String quantityAtLeast(String figure);

    @Message("over {figure}")
    String quantityOver(String figure);

    @Message("up to {figure}")
    String quantityUpTo(String figure);

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

    @Message("Figure follows from the words")
    String evidenceDerived();

    @Message("Words found, figure not in them")
    String evidenceFigureAbsent();

    @Message("Words found, but they qualify the figure otherwise")
    String evidenceFigureQualified();

    @Message("Words not in the document")
    String evidenceWordsAbsent();

    @Message("Passage stands there in other words")
    String passageAltered();

    @Message("The document has a passage like this one, in other words.")
    String sentenceAlteredPassage();

    @Message("Number")
    String differenceNumber();

    @Message("Negation")
    String differenceNegation();

    @Message("Condition")
    String differenceCondition();

    @Message("May, must or will")
    String differenceModality();

    @Message("All or some")
    String differenceExtent();

    @Message("Words")
    String differenceWords();

    @Message("Said at another time")
    String differenceTime();
}
