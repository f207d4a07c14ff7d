package org.parole.gateway.explorer.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The first page, agreements, exchanges and their charts, in English; those of other languages stand in {@code messages/tally_*.properties}. {@code tally:} in templates. */
@MessageBundle(value = "tally", locale = "en")
public interface TallyTexts {

    @Message("A name, a number, words of a quote …")
    String searchHint();

    @Message("Freed by: {releasing} · received by: {receiving}")
    String freedBy(String releasing, String receiving);

    @Message("about")
    String about1();

    @Message("freed of {promised} promised")
    String ofPromised(String promised);

    @Message("freed; no promised number is on record")
    String nothingPromised();

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

    @Message("Signed by")
    String signatories();

    @Message("binding")
    String bound();

    @Message("What the page shows")
    String switches();

    @Message("Event date: 2020-05-31, 2020-05")
    String onHint();

    @Message("What the world could know then")
    String publishedByHint();

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

    @Message("Independent outlets")
    String outlets();

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

    @Message("What was reported and said")
    String timeline();

    @Message("Reports and quotes in one order, the earliest first. Every number leads to its evidence.")
    String timelineHint();

    @Message("(published)")
    String publishedThen();

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

    @Message("{figure} · {date} · {claimant}: the last total with what it says was freed since")
    String lineTotal(String figure, String date, String claimant);

    @Message("See who says so, in which words")
    String seeEvidence();

    @Message("Exchange")
    String exchangeWord();

    @Message("mediated by")
    String mediatedBy();

    @Message("exchange no. {number} between them")
    String ordinal(String number);

    @Message("All directions together")
    String jointCounts();

    @Message("What sources count for all directions together, beside the sum of the directions.")
    String jointHint();

    @Message("{count} more, as JSON")
    String moreFindings(String count);

    @Message("Of more than {read} running totals on record, {shown} are drawn; the best figure and the range rest on all.")
    String sampled(int read, int shown);

    @Message("Counted together")
    String countedTogether();

    @Message("Sum of the directions")
    String sumOfDirections();

    @Message("(or fewer)")
    String openLow();

    @Message("Counts of some of the people; each is held against the whole that it is part of.")
    String breakdownHint();

    @Message("They add up to {sum}; {left} are in none of them.")
    String breakdownLeft(String sum, String left);

    @Message("Announced, without a day")
    String openPlans();

    @Message("What was announced or offered, with no day by which it was to be done.")
    String openPlansHint();

    @Message("The first {count} are shown; search finds the others.")
    String moreAgreements(int count);

    @Message("none left to be freed")
    String toGoNone();

    @Message("{more} more than promised")
    String toGoMore(String more);

    @Message("none left to be freed, or up to {more} more than promised")
    String toGoNoneOrMore(String more);

    @Message("up to {left} still to be freed, or up to {more} more than promised")
    String toGoEither(String left, String more);

    @Message("{#if count == 1}1 count that is overtaken or tells of single releases only{#else}{count} counts that are overtaken or tell of single releases only{/if}")
    String notInForce(int count);

    @Message("The figure is that of {claimant}, {date}")
    String figureIs(String claimant, String date);

    @Message("Sources: {outlets}. Parole.")
    String chartSourceUnrecorded(String outlets);
}
