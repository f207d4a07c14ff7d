package org.parole.tally.count;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements of one list and stage, ready to be counted at any day. */
final class StageCount {

    private final Statements statements;
    private final List<Statement> ofStage;
    private final boolean additive;
    private final boolean anyPart;
    private final List<Claims> claims = new ArrayList<>();
    /** What is added to a total of each side, and taken away from it: of its own side and of neutral sources. */
    private final Map<SourceKind, Releases> batches;
    private final Map<SourceKind, Releases> rearrested;
    /** The answer that was asked for last: a tally asks for that of one day again and again. */
    private Answer last;
    private int lastCarry;

    /**
     * @param ofStage the statements of the stage, or of reported and verified together
     * @param additive whether batches of different days are different people; announcements may repeat each other
     */
    StageCount(Statements statements, List<Statement> ofStage, boolean additive) {
        this.statements = statements;
        this.ofStage = ofStage;
        this.additive = additive;
        anyPart = ofStage.stream().anyMatch(statement -> statement.namesAPart() || statement.isPartOfAStatedWhole());
        Map<Claimant, List<Statement>> byClaimant = new LinkedHashMap<>();
        for (Statement statement : ofStage) {
            byClaimant.computeIfAbsent(statement.claimant, claimant -> new ArrayList<>()).add(statement);
        }
        byClaimant.forEach((claimant, its) -> claims.add(new Claims(claimant, its)));
        claims.sort((one, other) -> Integer.compare(one.claimant.rank, other.claimant.rank));
        List<Statement> all = new ArrayList<>();
        claims.forEach(its -> all.addAll(its.batches));
        all.sort(Statement.BY_DATE);
        batches = bySide(all);
        rearrested = bySide(ofStage.stream()
                .filter(statement -> statement.basis == Basis.REARRESTED && statement.range != null).toList());
    }

    private static Map<SourceKind, Releases> bySide(List<Statement> all) {
        Releases everybody = new Releases(all);
        Map<SourceKind, Releases> bySide = new EnumMap<>(SourceKind.class);
        for (SourceKind side : SourceKind.values()) {
            boolean theOtherSpoke = side.isParty()
                    && all.stream().anyMatch(statement -> statement.claimant.side == side.other());
            bySide.put(side, theOtherSpoke
                    ? new Releases(all.stream().filter(statement -> statement.claimant.side != side.other()).toList())
                    : everybody);
        }
        return bySide;
    }

    /** The statements, in the order of their first days. */
    List<Statement> statements() {
        return ofStage;
    }

    /** All that each claimant has said. */
    List<Claims> claims() {
        return claims;
    }

    /**
     * How things stand at a day.
     *
     * @param carry for how many days a party's total is carried
     */
    Answer at(int day, int carry) {
        if (last == null || last.day() != day || lastCarry != carry) {
            last = count(day, carry);
            lastCarry = carry;
        }
        return last;
    }

    private Answer count(int day, int carry) {
        if (anyPart && !ofStage.isEmpty() && ofStage.get(ofStage.size() - 1).days.first() > day) {
            // What is a part of a whole then depends on which wholes have been given by then.
            return new StageCount(statements,
                    ofStage.stream().filter(statement -> statement.days.first() <= day).toList(),
                    additive).at(day, carry);
        }
        List<List<Statement>> totals = claims.stream()
                .map(its -> its.totals.stream().filter(total -> total.counts(day)).toList())
                .filter(its -> !its.isEmpty()).toList();
        Map<SourceKind, Batches> added = new EnumMap<>(SourceKind.class);
        Map<Releases, Batches> known = new IdentityHashMap<>();
        for (SourceKind side : SourceKind.values()) {
            // A neutral source's total takes everybody's batches; most lists have none that a side leaves out.
            boolean everybodys = batches.get(side) == batches.get(SourceKind.MEDIA)
                    && rearrested.get(side) == rearrested.get(SourceKind.MEDIA);
            added.put(side, everybodys
                    ? known.computeIfAbsent(batches.get(side), any -> batches(side, day, totals))
                    : batches(side, day, totals));
        }
        Batches all = added.get(SourceKind.MEDIA);
        List<Position> positions = Positions.at(day, claims, added);
        TotalsInForce.settle(positions, added, statements, day, carry);
        return new Answer(day, positions, all, added, claims);
    }

    private Batches batches(SourceKind side, int day, List<List<Statement>> totals) {
        List<Release> releases = batches.get(side).at(day);
        return new Batches(releases, additive ? SameRelease.find(releases, totals) : List.of(),
                rearrested.get(side).at(day), additive);
    }
}
