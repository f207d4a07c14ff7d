package org.parole.tally.count;

import java.util.ArrayList;
import java.util.List;

/** What a claimant holds at a day: the total that it last stated, and the batches since. */
final class Position {

    /** Whether a total counts, and why it does not. */
    enum Status {
        /** It stands, spans and votes. */
        IN_FORCE,
        /** A party's: others have given a later, higher one, but its own side has not: it spans and does not vote. */
        CARRIED,
        /** Its own side has given a later total. */
        YIELDED,
        /** A later total of others is higher than it can be, and it is not carried (any more). */
        OVERTAKEN,
        /** It is open and agrees with a closed one. */
        AGREES,
        /** It passes on what a source nearer to the root says. */
        PASSED_ON,
        /** It counts some only, of a whole that its side, or anybody where it is neutral, has given. */
        PART,
        /** There is no total, only batches. */
        BATCHES_ONLY
    }

    final Claimant claimant;
    /** The figures stated for the newest date: several where they differ; empty where there are batches only. */
    final List<Statement> stated;
    /** Whether these count some only, and the claimant has never given a figure for everybody. */
    final boolean ofPart;
    /** The batches since that are added to it: of its own side and of neutral sources. */
    final Batches.Sum since;
    /** The releases by its date that prove more than its open figure says; none where they do not. */
    final Batches.Sum proven;
    /** What it is worth: stated and added. */
    final Range range;
    /** The one of the stated figures with which it votes, or null. */
    final Statement voting;
    /** What its batches come to if all of them are true, at the most and at the least; 0 where it has stated a total. */
    long claimed;
    long claimedAtLeast;
    /** Those arrested again, whom its side or neutral sources tell of, where it has told of releases only. */
    Range rearrested = Range.exactly(0);
    /** Whether it counts one category or place only, while others have given a greater count of everybody. */
    boolean ofSome;
    Status status = Status.IN_FORCE;
    /** What overtook it or made it yield, or null. */
    Position by;

    Position(Claimant claimant, List<Statement> stated, boolean ofPart, Batches.Sum since, Batches.Sum proven) {
        this.claimant = claimant;
        this.stated = stated;
        this.ofPart = ofPart;
        this.since = since;
        this.proven = proven;
        if (stated.isEmpty()) {
            range = since.range();
            voting = null;
            status = Status.BATCHES_ONLY;
        } else {
            Range its = ofPart
                    ? Parts.worth(stated)
                    : Statement.spanOf(stated);
            range = (proven.isEmpty() ? its : its.atLeast(proven.range().low())).plus(since.range()).atLeast(0);
            voting = definite().stream().min(Statement.NEAREST_TO_OWN_WORDS).orElseThrow();
        }
    }

    boolean hasTotal() {
        return !stated.isEmpty();
    }

    /** The date of the total that it stated, by which it is compared with others; of its batches, where it stated none. */
    Days date() {
        if (hasTotal()) {
            return stated.get(stated.size() - 1).days;
        }
        return since.statements().stream().map(statement -> statement.days).max(Days::compareTo).orElseThrow();
    }

    boolean isParty() {
        return claimant.side.isParty();
    }

    /** Whether somebody has put in doubt all that it states for its newest date. */
    boolean disputed(int day) {
        return hasTotal() && !voting.proves(day);
    }

    /** Whether it has only told of releases, all of which somebody has put in doubt. */
    boolean allInDoubt(int day) {
        return !hasTotal() && since.statements().stream().noneMatch(batch -> batch.proves(day));
    }

    /** Whether its stated figure is open: 'over 900', 'up to 400'. */
    boolean statedOpen() {
        return stated.stream().noneMatch(statement -> statement.range.closed());
    }

    /** The figures that can be chosen among those stated: an open one that stands beside a closed one of the same date adds nothing. */
    List<Statement> definite() {
        return statedOpen() ? stated : stated.stream().filter(statement -> statement.range.closed()).toList();
    }

    /** What it stated, without the batches since. */
    Range statedRange() {
        return Statement.spanOf(stated);
    }

    /** Whether all that it stated is an 'about'. */
    boolean statedRounded() {
        return stated.stream().allMatch(statement -> statement.range.closed() && statement.range.approximate());
    }

    /** The figure with which it votes: an open one with its number. */
    long vote() {
        if (ofPart) {
            return range.low();
        }
        return figure(voting);
    }

    /** What one of its stated figures is worth with the batches since: an open one its number, or what is proven beside it. */
    long figure(Statement stated) {
        Range its = stated.range;
        return Math.max(0, Math.max(its.openLow() ? its.high() : its.low(), proven.range().low())
                + since.range().low());
    }

    /** Whether it is what the claimant concedes of another's whole: 'only 19 of the 60'. */
    boolean conceded() {
        return ofSome || ofPart && stated.stream().anyMatch(Statement::isPartOfAStatedWhole)
                && !Parts.areAllOfTheirWhole(stated);
    }

    /** Whether its stated figures all name one category or place. */
    boolean labelled() {
        return hasTotal() && !ofPart && stated.stream().allMatch(Statement::namesAPart);
    }

    /** The figures that it stated, as they were given. */
    List<Object> figures() {
        return stated.stream().sorted(Statement.IN_TEXT).map(Told::figure).distinct().toList();
    }

    boolean stands() {
        return status == Status.IN_FORCE || status == Status.CARRIED;
    }

    List<Statement> restsOn() {
        List<Statement> all = new ArrayList<>(stated);
        all.addAll(proven.statements());
        all.addAll(since.statements());
        return all;
    }
}
