package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** CONTRADICTION: claimants whose figures cannot all be true, for one date or for dates near each other. */
final class Contradictions {

    /** Positions of the two sides are compared where their dates differ by at most so many days. */
    static final int DAYS_APART = 7;

    private final Answer answer;
    private final Findings findings;
    private final Set<Set<Word>> found = new HashSet<>();

    /** Whose figure for which date. */
    private record Word(Claimant claimant, Days days) {
    }

    /** What a claimant stated for a date. */
    private record Held(Claimant claimant, List<Statement> stated, Days days) {

        static Held of(Position position) {
            return new Held(position.claimant, position.stated, position.date());
        }

        Word word() {
            return new Word(claimant, days);
        }

        Range range() {
            return Statement.spanOf(stated);
        }

        /** Its figures, as they were given. */
        List<Object> figures() {
            return stated.stream().sorted(Statement.IN_TEXT).map(Told::figureOrNone).distinct().toList();
        }
    }

    private Contradictions(Answer answer, Findings findings) {
        this.answer = answer;
        this.findings = findings;
    }

    static void find(List<SameDate> dates, Answer answer, Findings findings) {
        Contradictions contradictions = new Contradictions(answer, findings);
        dates.stream().filter(date -> date.worthALook() && !date.isNegotiated()).forEach(contradictions::ofOneDate);
        contradictions.ofPositions();
    }

    private void ofOneDate(SameDate date) {
        List<Statement> differing = date.differing();
        if (differing.isEmpty()) {
            return;
        }
        Sentence text = Sentence.of("contradiction", "what", date.what(), "claims", Told.byClaimant(differing));
        findings.add(ConflictType.CONTRADICTION, date.days.last(), Findings.figures(differing), text, differing,
                List.of(), twoSides(differing));
    }

    /** Whether both sides are among those who made statements: neither has withdrawn its own. */
    static boolean twoSides(List<Statement> statements) {
        return statements.stream().map(statement -> statement.claimant.side).filter(SourceKind::isParty).distinct()
                .count() == 2;
    }

    private void ofPositions() {
        List<Position> standing = answer.standing().stream().filter(position -> !position.ofPart && !position.ofSome)
                .sorted(Comparator.comparing(Position::date).thenComparingInt(position -> position.claimant.rank))
                .toList();
        ofTheSides(standing);
        ofEarlierTotals(standing);
        NavigableMap<Integer, Position> highest = new TreeMap<>();
        Position most = null;
        for (Position position : standing) {
            if (most == null || everReleased(position) > everReleased(most)) {
                most = position;
            }
            highest.put(position.date().last(), most);
        }
        for (Position later : standing) {
            Map.Entry<Integer, Position> earlier = highest.lowerEntry(later.date().first());
            if (later.status == Position.Status.IN_FORCE && earlier != null) {
                lower(Held.of(earlier.getValue()), Held.of(later));
            }
        }
        lowerThanTheOtherSide(standing);
    }

    /** A side's newest total that is lower than the other side's: where a third one's is the highest, it is held against both. */
    private void lowerThanTheOtherSide(List<Position> standing) {
        for (Position later : newestOfSides(standing).values()) {
            Position earlier = newestOfSides(standing).get(later.claimant.side.other());
            if (earlier != null && later.status == Position.Status.IN_FORCE
                    && later.date().first() > earlier.date().last()
                    && found.stream().noneMatch(pair -> pair.contains(Held.of(later).word())
                            && pair.stream().anyMatch(word -> word.claimant.side == earlier.claimant.side))) {
                lower(Held.of(earlier), Held.of(later));
            }
        }
    }

    /** What a position states, and those who had been arrested again by then: a count of these cannot fall. */
    private long everReleased(Position position) {
        return position.statedRange().low() + rearrested(Integer.MIN_VALUE, position.date().last());
    }

    private long rearrested(int after, int by) {
        return answer.batches().rearrested(after, by);
    }

    private static Map<SourceKind, Position> newestOfSides(List<Position> standing) {
        Map<SourceKind, Position> newest = new EnumMap<>(SourceKind.class);
        standing.stream().filter(Position::isParty).forEach(position -> newest.put(position.claimant.side, position));
        return newest;
    }

    private void ofTheSides(List<Position> standing) {
        Map<SourceKind, Position> newest = newestOfSides(standing);
        Position one = newest.get(SourceKind.RELEASING_PARTY);
        Position other = newest.get(SourceKind.RECEIVING_PARTY);
        if (one != null && other != null && one.date().last() != other.date().last()) {
            boolean first = one.date().last() < other.date().last();
            unaccounted(Held.of(first ? one : other), Held.of(first ? other : one));
        }
        for (Position earlier : newest.values()) {
            standing.stream().filter(later -> later.status == Position.Status.IN_FORCE
                    && later.date().first() > earlier.date().last())
                    .forEach(later -> fewer(Held.of(earlier), Held.of(later)));
        }
    }

    /**
     * What was held against a side's total stays on record when newer totals have been given: nobody has withdrawn it. Each
     * total of a side, a mediator or a monitor is compared with each other side's newest one by then.
     */
    private void ofEarlierTotals(List<Position> standing) {
        Set<Word> current = new HashSet<>();
        standing.forEach(position -> current.add(new Word(position.claimant, position.date())));
        Map<SourceKind, NavigableMap<Integer, Held>> bySide = new EnumMap<>(SourceKind.class);
        List<Held> all = new ArrayList<>();
        for (Rise rise : Rise.all(answer)) {
            Statement any = rise.now().get(0);
            boolean doubted = rise.now().stream().noneMatch(total -> total.proves(answer.day()));
            // An outlet may pass on what somebody else has said.
            if (rise.claimant().side != SourceKind.MEDIA && !any.namesAPart() && !doubted) {
                Held held = new Held(rise.claimant(), rise.now(), any.days);
                all.add(held);
                bySide.computeIfAbsent(rise.claimant().side, side -> new TreeMap<>()).put(any.days.last(), held);
            }
        }
        for (Held later : all) {
            for (SourceKind side : List.of(SourceKind.RELEASING_PARTY, SourceKind.RECEIVING_PARTY)) {
                Map.Entry<Integer, Held> earlier = side == later.claimant.side
                        ? null
                        : bySide.getOrDefault(side, new TreeMap<>()).floorEntry(later.days.last());
                if (earlier != null && earlier.getKey() < later.days.first()
                        && !(current.contains(later.word()) && current.contains(earlier.getValue().word()))) {
                    oneAfterTheOther(earlier.getValue(), later);
                }
            }
        }
    }

    private void oneAfterTheOther(Held earlier, Held later) {
        lower(earlier, later);
        Batches added = answer.added().get(earlier.claimant.side);
        long since = added.leastSince(earlier.days.last()) - added.leastSince(later.days.last());
        if (later.range().comparedHigh() < earlier.range().comparedLow() + since) {
            fewer(earlier, later);
        }
        if (later.claimant.side.isParty()) {
            unaccounted(earlier, later);
        }
    }

    /**
     * A count of all that have been released cannot fall but by those who were arrested again: the later, lower one contradicts
     * the earlier one.
     */
    private void lower(Held earlier, Held later) {
        long taken = rearrested(earlier.days.last(), later.days.last());
        if (later.range().comparedHigh() + taken < earlier.range().comparedLow()) {
            long dispute = earlier.range().low() - later.range().high() - taken;
            add(earlier, later, taken > 0 ? "contradiction.lower.rearrested" : "contradiction.lower",
                    Range.exactly(taken), dispute);
        }
    }

    /** Two sides near in time: as far as the releases on record in between do not account for the difference. */
    private void unaccounted(Held earlier, Held later) {
        if (later.days.last() - earlier.days.last() > DAYS_APART) {
            return;
        }
        Range between = answer.batches().between(earlier.days.last(), later.days.last()).range();
        double onRecord = between.approximate() ? between.high() * 1.1 : between.high();
        if (later.range().comparedLow() > earlier.range().comparedHigh() + onRecord) {
            add(earlier, later, between.high() == 0 ? "contradiction.higher" : "contradiction.unaccounted", between,
                    later.range().low() - earlier.range().high() - between.high());
        }
    }

    /** A side's total and the releases since that are added to it are more than a later total has room for. */
    private void fewer(Held earlier, Held later) {
        Batches.Sum since = answer.added().get(earlier.claimant.side).between(earlier.days.last(),
                later.days.last());
        double least = since.range().approximate() ? since.range().low() * 0.9 : since.range().low();
        long taken = rearrested(earlier.days.last(), later.days.last());
        if (least > 0 && later.range().comparedHigh() + taken < earlier.range().comparedLow() + least) {
            add(earlier, later, "contradiction.fewer", since,
                    earlier.range().low() + since.range().low() - taken - later.range().high());
        }
    }

    private void add(Held earlier, Held later, String key, Range between, long dispute) {
        add(earlier, later, key, new Batches.Sum(between, List.of()), dispute);
    }

    private void add(Held earlier, Held later, String key, Batches.Sum between, long dispute) {
        if (!found.add(Set.of(earlier.word(), later.word()))) {
            return;
        }
        List<Statement> both = new ArrayList<>(earlier.stated);
        both.addAll(later.stated);
        Sentence text = Sentence.of(Told.key(key, both.get(0).remains), "earlier", earlier.claimant.label(), "before",
                earlier.figures(), "beforeDays",
                earlier.days, "later", later.claimant.label(), "now", later.figures(), "nowDays", later.days,
                "between", between.range(), "dispute", dispute);
        List<Figure> figures = new ArrayList<>(Findings.figures(both));
        figures.add(Figure.of("dispute", Range.exactly(dispute)));
        findings.add(ConflictType.CONTRADICTION, later.days.last(), figures, text, both, between,
                twoSides(both));
    }
}
