package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules of which totals stand. Totals are compared by the dates for which they were stated, never by batches added to
 * them.
 * <ol>
 * <li>An open figure that agrees with a closed one of its own side, or of a neutral source, says nothing of its own.</li>
 * <li>A side's older total yields to its newer one.</li>
 * <li>A later total that is higher than another can be overtakes it. A neutral source's no longer counts then. A party's is
 * carried: it stands, and does not vote, until its own side gives a later total or reports a release after a neutral source's
 * later total, or until it is too old.</li>
 * <li>An outlet that passes on what a nearer source says is no voice of its own.</li>
 * </ol>
 */
final class TotalsInForce {

    private static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::date)
            .reversed().thenComparingInt(position -> position.claimant.rank);

    private final List<Position> totals;
    private final Map<String, Position> byKey = new HashMap<>();
    private final Map<SourceKind, Batches> added;
    private final Statements statements;
    private final int day;
    private final int carry;
    /** For each side the releases that somebody tells of as a whole, as far as they are added to its totals. */
    private final Map<SourceKind, Spans> wholeReleases = new EnumMap<>(SourceKind.class);

    private TotalsInForce(List<Position> totals, Map<SourceKind, Batches> added, Statements statements, int day,
            int carry) {
        this.totals = totals;
        totals.forEach(position -> byKey.put(position.claimant.key, position));
        this.added = added;
        this.statements = statements;
        this.day = day;
        this.carry = carry;
    }

    /**
     * Settles which of the positions' totals stand at a day.
     *
     * @param added the batches that are added to a total of each side
     */
    static void settle(List<Position> positions, Map<SourceKind, Batches> added, Statements statements, int day,
            int carry) {
        List<Position> totals = new ArrayList<>(positions.stream().filter(Position::hasTotal).toList());
        totals.sort(NEWEST_FIRST);
        new TotalsInForce(totals, added, statements, day, carry).settle();
    }

    private void settle() {
        setPartsAside();
        List<Position> wholes = totals.stream().filter(position -> position.status != Position.Status.PART).toList();
        List<Position> vague = wholes.stream().filter(TotalsInForce::isVague).toList();
        if (!vague.isEmpty()) {
            List<Position> firm = wholes.stream().filter(position -> !isVague(position)).toList();
            settle(firm);
            List<Position> standing = firm.stream().filter(p -> p.status == Position.Status.IN_FORCE).toList();
            vague.forEach(position -> standing.stream().filter(other -> yieldsTo(position, other)).findFirst()
                    .ifPresent(other -> set(position, Position.Status.AGREES, other)));
        }
        settle(wholes.stream().filter(position -> position.status != Position.Status.AGREES).toList());
        passOn();
    }

    /** Whether a total is open, or a neutral source's 'about'. */
    private static boolean isVague(Position position) {
        return position.statedOpen() || !position.isParty() && position.statedRounded();
    }

    private static void set(Position position, Position.Status status, Position by) {
        position.status = status;
        position.by = by;
    }

    /** A part never replaces a whole: not the claimant's own, and not one that its side has given. */
    private void setPartsAside() {
        Set<SourceKind> withAWhole = EnumSet.noneOf(SourceKind.class);
        totals.stream().filter(position -> !position.ofPart && !position.labelled())
                .forEach(position -> withAWhole.add(position.claimant.side));
        setCountsOfSomeAside(withAWhole);
        totals.stream().filter(position -> position.labelled() && !position.ofSome)
                .forEach(position -> withAWhole.add(position.claimant.side));
        for (Position position : totals) {
            if (position.ofPart
                    && (position.isParty() ? withAWhole.contains(position.claimant.side) : position.conceded())) {
                set(position, Position.Status.PART, null);
            }
        }
    }

    /**
     * A total of one category or place is what its claimant counts, unless a count of everybody was higher by then: a total
     * for the same date or an earlier one, or what the releases until then come to.
     */
    private void setCountsOfSomeAside(Set<SourceKind> withAWhole) {
        if (totals.stream().noneMatch(Position::labelled)) {
            return;
        }
        // For each last day, the highest count of everybody by then.
        NavigableMap<Integer, Long> wholes = new TreeMap<>();
        long most = -1;
        for (int i = totals.size() - 1; i >= 0; i--) {
            Position whole = totals.get(i);
            if (!whole.ofPart && !whole.labelled()) {
                // As it was stated: what releases prove beside it may be of one category as well, and is looked at apart.
                most = Math.max(most, whole.statedRange().low());
                wholes.put(whole.date().last(), most);
            }
        }
        for (Position position : totals) {
            Map.Entry<Integer, Long> whole = wholes.floorEntry(position.date().last());
            long total = whole == null ? -1 : whole.getValue();
            if (position.labelled() && position.statedRange().high() < Math.max(total, toldOfEverybody(position))) {
                position.ofSome = true;
                if (!position.isParty() || withAWhole.contains(position.claimant.side)) {
                    set(position, Position.Status.PART, null);
                }
            }
        }
    }

    /** What the releases that are told of without a category or place come to by the date of a total. */
    private long toldOfEverybody(Position position) {
        return wholeReleases.computeIfAbsent(position.claimant.side,
                side -> new Spans(
                        added.get(side).releases().stream().filter(release -> release.statements.stream()
                                .anyMatch(batch -> !batch.namesAPart() && batch.proves(day))).toList(),
                        SameRelease.byRelease(added.get(side).same()), Integer.MIN_VALUE))
                .upTo(position.date().last()).range().low();
    }

    /** An open figure yields to a closed one that it agrees with, and a neutral source's rounded one to an exact one. */
    private static boolean yieldsTo(Position position, Position closed) {
        boolean near = !position.isParty() || !closed.isParty() || position.claimant.side == closed.claimant.side;
        return near && position.statedOpen() && agrees(position, closed)
                || !position.isParty() && position.statedRounded() && Positions.isRoundingOf(position, closed);
    }

    /** Whether an open figure, by its own words, agrees with a closed one; what releases prove beside it says nothing against that. */
    private static boolean agrees(Position open, Position closed) {
        if (!closed.range.closed()) {
            // Left open only by a part or by releases since: with these it would agree with any open figure.
            return open.statedRange().agreesWith(closed.statedRange());
        }
        // To a neutral total all batches are added: those of the other side must not silence a side's open figure.
        Range its = open.isParty() && !closed.isParty() ? closed.statedRange() : closed.range;
        return open.statedRange().plus(open.since.range()).agreesWith(its);
    }

    /** @param compared the totals to hold against each other, the newest first */
    private void settle(List<Position> compared) {
        Map<SourceKind, Position> newestOfSide = new EnumMap<>(SourceKind.class);
        compared.forEach(position -> newestOfSide.putIfAbsent(position.claimant.side, position));
        Map<SourceKind, NavigableMap<Integer, Position>> highest = new EnumMap<>(SourceKind.class);
        for (SourceKind party : List.of(SourceKind.RELEASING_PARTY, SourceKind.RECEIVING_PARTY)) {
            highest.put(party, highestFrom(compared.stream().filter(p -> p.claimant.side == party).toList()));
        }
        highest.put(SourceKind.MEDIA, highestFrom(
                compared.stream().filter(p -> !p.isParty() && !repeats(p)).toList()));
        for (Position position : compared) {
            Position newest = newestOfSide.get(position.claimant.side);
            Position by = overtaking(position, highest);
            if (position.isParty() && newest.date().compareTo(position.date()) > 0) {
                set(position, Position.Status.YIELDED, newest);
            } else if (by != null) {
                set(position, carried(position, compared) ? Position.Status.CARRIED : Position.Status.OVERTAKEN, by);
            } else {
                set(position, Position.Status.IN_FORCE, null);
            }
        }
    }

    /**
     * What overtakes a total, or null. The two sides' totals of one week are both in force: they contradict each other, and
     * neither is older news.
     *
     * @param highest the highest totals of each party and, under MEDIA, of all neutral sources
     */
    private Position overtaking(Position position, Map<SourceKind, NavigableMap<Integer, Position>> highest) {
        Position by = null;
        for (Map.Entry<SourceKind, NavigableMap<Integer, Position>> its : highest.entrySet()) {
            boolean otherSide = position.isParty() && its.getKey() == position.claimant.side.other();
            Map.Entry<Integer, Position> later = its.getValue()
                    .higherEntry(position.date().last() + (otherSide ? Contradictions.DAYS_APART : 0));
            if (later != null && low(later.getValue()) > high(position, later.getValue())
                    && (by == null || low(later.getValue()) > low(by))) {
                by = later.getValue();
            }
        }
        return by;
    }

    /** For each first day, the highest of the totals for that day or later. */
    private NavigableMap<Integer, Position> highestFrom(List<Position> compared) {
        List<Position> newestFirst = new ArrayList<>(compared);
        newestFirst.sort(Comparator.comparingInt((Position position) -> -position.date().first())
                .thenComparingInt(position -> position.claimant.rank));
        NavigableMap<Integer, Position> highest = new TreeMap<>();
        Position most = null;
        for (Position position : newestFirst) {
            if (low(position) >= 0 && (most == null || low(position) > low(most))) {
                most = position;
            }
            if (most != null) {
                highest.put(position.date().first(), most);
            }
        }
        return highest;
    }

    private static long stated(Position position) {
        return position.range.low() - position.since.range().low();
    }

    /** What a total states; what is in dispute proves nothing. */
    private long low(Position position) {
        return position.disputed(day) ? -1 : stated(position);
    }

    /**
     * What a total can be at the date of a later one: a party's with what its side and neutral sources have told of since. Where
     * outlets differ on what a party said it is the figure with which it votes: a misprint does not keep it in force. A neutral
     * source's is any that it has not corrected.
     */
    private long high(Position position, Position later) {
        List<Range> stated = position.stated.stream()
                .filter(one -> position.isParty()
                        ? one == position.voting || position.ofPart
                        : !OwnFigures.isReplacedBy(one, position.voting))
                .map(one -> one.range).toList();
        long most = stated.size() == position.stated.size()
                ? position.range.high() - position.since.range().high()
                : Math.max(Release.spanOf(stated).high(), position.proven.range().low());
        if (!position.isParty()) {
            return most;
        }
        Batches its = added.get(position.claimant.side);
        return most + Math.max(0, its.leastSince(position.date().last())
                - its.leastSince(later.date().last()));
    }

    /** What is conceded of a whole says nothing of a later, greater one. */
    private boolean carried(Position position, List<Position> compared) {
        boolean conceded = position.ofPart && position.conceded();
        return position.isParty() && !conceded && carry > 0 && day - position.date().last() <= carry
                && !spokeSince(position, compared);
    }

    /** Whether its side has reported a release after a neutral source's later, higher total: then it no longer holds it. */
    private boolean spokeSince(Position position, List<Position> compared) {
        int lastBatch = added.get(SourceKind.MEDIA).releases().stream().flatMap(release -> release.statements.stream())
                .filter(batch -> batch.claimant.side == position.claimant.side && batch.proves(day))
                .mapToInt(batch -> batch.days.since()).max().orElse(Integer.MIN_VALUE);
        return compared.stream()
                .anyMatch(other -> !other.isParty() && !repeats(other) && other.date().first() > position.date().last()
                        && other.date().last() < lastBatch && low(other) > high(position, other));
    }

    /** Whether an outlet passes on what its source says itself within a week: no later word, which overtakes nobody. */
    private boolean repeats(Position position) {
        Position source = byKey.get(voice(position));
        return source != null && source != position && !voice(source).equals(position.claimant.key)
                && Math.abs(position.date().last() - source.date().last()) <= Contradictions.DAYS_APART;
    }

    private void passOn() {
        Map<String, Position> byVoice = new HashMap<>();
        for (Position position : totals) {
            if (position.status == Position.Status.IN_FORCE) {
                Position other = byVoice.get(voice(position));
                if (other == null) {
                    byVoice.put(voice(position), position);
                } else {
                    boolean nearer = nearer(position, other);
                    set(nearer ? other : position, Position.Status.PASSED_ON, nearer ? position : other);
                    byVoice.put(voice(position), nearer ? position : other);
                }
            }
        }
    }

    /** Whose voice a total is: an outlet's own figure whose chain goes back to another is that one's. */
    private String voice(Position position) {
        String own = position.claimant.key;
        if (position.claimant.side != SourceKind.MEDIA) {
            return own;
        }
        String root = null;
        for (Report report : position.voting.reports) {
            String its = report.source().root() == null ? own : statements.plain(report.source().root());
            if (root != null && !root.equals(its)) {
                // Found out more than once.
                return own;
            }
            root = its;
        }
        Claimant source = root.equals(own) ? null : statements.named(root);
        return source == null ? root : source.key;
    }

    private static boolean nearer(Position one, Position other) {
        boolean isSource = one.claimant.side != SourceKind.MEDIA;
        if (isSource != (other.claimant.side != SourceKind.MEDIA)) {
            return isSource;
        }
        int order = Long.compare(one.voting.published, other.voting.published);
        return (order != 0 ? order : one.claimant.key.compareTo(other.claimant.key)) < 0;
    }
}
