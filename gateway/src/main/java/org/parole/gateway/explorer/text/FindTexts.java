package org.parole.gateway.explorer.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Search and comparison, in English; those of other languages stand in {@code messages/find_*.properties}. {@code find:} in templates. */
@MessageBundle(value = "find", locale = "en")
public interface FindTexts {

    @Message("Compare two answers")
    String compareTitle();

    @Message("Two dates, two record times or two rules for the same commitment: what changed, and which reports make the difference.")
    String compareLead();

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

    @Message("Nothing was found for “{words}”; these are near.")
    String correctedFrom(String words);

    @Message("Nothing was found.")
    String nothingFound();
}
