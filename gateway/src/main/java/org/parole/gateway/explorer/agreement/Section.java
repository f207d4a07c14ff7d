package org.parole.gateway.explorer.agreement;

import java.util.List;

import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Direction;
import org.parole.gateway.explorer.chart.Chart;

import io.quarkus.qute.RawString;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One direction on the page of an agreement.
 *
 * @param direction who frees whom
 * @param chart what is drawn; null where there is nothing to draw
 * @param wide the drawing for wide pages
 * @param narrow the drawing for narrow pages
 * @param parameters of the picture as a file, with a question mark where there are any
 */
@RegisterForReflection
public record Section(Direction direction, Chart chart, RawString wide, RawString narrow, String parameters) {

    /** The conflicts between its sources. */
    public List<Data> conflicts() {
        return direction.tally() == null ? List.of() : direction.tally().list("conflicts");
    }

    /** Rises that the batches on record do not account for. */
    public List<Data> gaps() {
        return direction.tally() == null ? List.of() : direction.tally().list("gaps");
    }

    /** How many conflicts there are beside those that are shown. */
    public long moreConflicts() {
        return more("conflictCount", conflicts());
    }

    /** How many gaps there are beside those that are shown. */
    public long moreGaps() {
        return more("gapCount", gaps());
    }

    /** How many gaps there are. */
    public int gapCount() {
        return gaps().size() + (int) moreGaps();
    }

    /** How many open plans there are beside those that are shown. */
    public long morePlans() {
        return more("openPlanCount", plans());
    }

    private long more(String count, List<Data> shown) {
        Long all = direction.tally() == null ? null : direction.tally().number(count);
        return all == null ? 0 : all - shown.size();
    }

    /** Where all findings can be had. */
    public String findings() {
        return "/api/v1/tallies/" + direction.slug() + "?include=FINDINGS";
    }

    /** The claimants whose totals count in the answer. */
    public List<Data> inForce() {
        return claimants().stream().filter(line -> line.is("inForce")).toList();
    }

    /** The claimants whose totals are overtaken, and those that gave none. */
    public List<Data> notInForce() {
        return claimants().stream().filter(line -> !line.is("inForce")).toList();
    }

    /** What each claimant says. */
    public List<Data> claimants() {
        return direction.tally() == null ? List.of() : direction.tally().list("claimants");
    }

    /** Counts of some of the people, under the whole that they are part of; null where there are none. */
    public Data breakdown() {
        Data released = direction.tally() == null ? null : direction.tally().data("released");
        Data breakdown = released == null ? null : released.data("breakdown");
        return breakdown == null || breakdown.list("parts").isEmpty() ? null : breakdown;
    }

    /** What was announced without a day on which it was to be done. */
    public List<Data> plans() {
        return direction.tally() == null ? List.of() : direction.tally().list("openPlans");
    }

    /** Address of the picture as a file, without its ending. */
    public String picture() {
        return "/tallies/" + direction.slug() + "/";
    }
}
