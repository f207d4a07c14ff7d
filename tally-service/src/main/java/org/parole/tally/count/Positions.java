package org.parole.tally.count;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Works out each claimant's position at a day. */
final class Positions {

    /** A rounding is told within so many days of the exact figure. */
    private static final int ROUNDED_WITHIN = 7;
    /** How far a rounded figure may be from the exact one, as a part of it. */
    private static final double ROUNDING = 0.05;
    /** Small numbers are rounded to tens: 27 are 'about 30'. */
    private static final int TEN = 10;

    private final List<Claims> claims;
    private final int day;
    private final Map<SourceKind, Batches> added;

    /** @param added the batches that are added to a total of each side */
    private Positions(List<Claims> claims, int day, Map<SourceKind, Batches> added) {
        this.claims = claims;
        this.day = day;
        this.added = added;
    }

    /**
     * The positions at a day, in the order of their claimants.
     *
     * @param added the batches that are added to a total of each side
     */
    static List<Position> at(int day, List<Claims> claims, Map<SourceKind, Batches> added) {
        return new Positions(claims, day, new EnumMap<>(added)).all();
    }

    private List<Position> all() {
        List<Position> positions = new ArrayList<>();
        for (Claims its : claims) {
            Position position = of(its);
            if (position != null) {
                positions.add(position);
            }
        }
        return positions;
    }

    private Position of(Claims its) {
        List<Statement> stated = unrounded(its, Claims.newest(its.totals, day));
        boolean ofPart = stated.isEmpty();
        if (ofPart) {
            stated = Claims.newestOfEachPart(its.partTotals, day);
        }
        if (!stated.isEmpty()) {
            Batches batches = added.get(its.claimant.side);
            int date = stated.get(stated.size() - 1).days.last();
            return new Position(its.claimant, stated, ofPart, batches.since(date),
                    provenBeside(stated, ofPart, batches));
        }
        List<Release> own = new Releases(its.batches).at(day);
        if (own.isEmpty()) {
            return null;
        }
        Batches batches = new Batches(own, SameRelease.find(own, List.of()), List.of(), true);
        Position position = new Position(its.claimant, List.of(), false, batches.all(), Batches.Sum.NONE);
        position.claimed = batches.claimed();
        position.rearrested = added.get(its.claimant.side).rearrested();
        position.claimedAtLeast = Math.min(position.claimed, own.stream().mapToLong(release -> release.statements
                .stream().mapToLong(batch -> batch.range.low()).min().orElseThrow()).sum());
        return position;
    }

    /** What the releases on record by its date prove beside 'over 450' or 'up to 450': an open figure is worth no less. */
    private static Batches.Sum provenBeside(List<Statement> stated, boolean ofPart, Batches batches) {
        boolean open = !ofPart && stated.stream().allMatch(statement -> statement.range.isLimit());
        Batches.Sum proven = open
                ? batches.between(Integer.MIN_VALUE, stated.get(stated.size() - 1).days.last())
                : Batches.Sum.NONE;
        Range its = Statement.spanOf(stated);
        long least = its.openHigh() ? its.high() : its.low();
        boolean possible = its.openHigh() || proven.range().low() <= its.high();
        return proven.range().low() > least && possible ? proven : Batches.Sum.NONE;
    }

    /** What is exact stands: roundings of it told for the same date, or later, do not overtake it. */
    private List<Statement> unrounded(Claims its, List<Statement> newest) {
        if (newest.size() == 1 && newest.get(0).range.exact() || newest.isEmpty()) {
            return newest;
        }
        List<Statement> exact = newest.stream().filter(statement -> statement.range.exact()).toList();
        if (!exact.isEmpty()) {
            return newest.stream().filter(statement -> statement.range.exact()
                    || exact.stream().noneMatch(other -> other.range.agreesWith(statement.range))).toList();
        }
        List<Statement> older = its.before(newest, day);
        while (!older.isEmpty() && older.stream().noneMatch(statement -> statement.range.exact())) {
            older = its.before(older, day);
        }
        for (Statement statement : older) {
            if (statement.range.exact() && newest.stream().allMatch(rounded -> rounds(rounded, statement))) {
                return older;
            }
        }
        return newest;
    }

    /** Whether a figure is another one rounded: told within the same days, and as near to it. */
    static boolean isRoundingOf(Position rounded, Position exact) {
        Range number = exact.stated.get(0).range;
        return exact.stated.size() == 1 && number.exact()
                && Math.abs(rounded.date().last() - exact.date().last()) <= ROUNDED_WITHIN
                && rounded.stated.stream().allMatch(stated -> rounds(stated.range.high(), number.low()));
    }

    /** Whether a number is a rounding of another: within a twentieth of it, or to the nearest ten. */
    private static boolean rounds(long rounded, long exact) {
        long off = Math.abs(rounded - exact);
        return off <= exact * ROUNDING || rounded % TEN == 0 && off < TEN / 2;
    }

    private boolean rounds(Statement rounded, Statement exact) {
        Batches its = added.get(exact.claimant.side);
        long between = its.leastSince(exact.days.last()) - its.leastSince(rounded.days.last());
        Range then = Range.exactly(exact.range.low() + Math.max(0, between));
        if (!rounded.range.agreesWith(then)) {
            return false;
        }
        return rounded.range.isLimit() || rounded.days.last() - exact.days.last() <= ROUNDED_WITHIN
                && rounds(rounded.range.high(), then.low());
    }
}
