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
    private final Set<Set<Claimant>> found = new HashSet<>();

    private Contradictions(Answer answer, Findings findings) {
        this.answer = answer;
        this.findings = findings;
    }

    static void find(List<SameDate> dates, Answer answer, Findings findings) {
        ofDates(dates, answer, findings).ofPositions();
    }

    /** Finds those among figures for one date alone. */
    static Contradictions ofDates(List<SameDate> dates, Answer answer, Findings findings) {
        Contradictions contradictions = new Contradictions(answer, findings);
        dates.stream().filter(date -> date.worthALook() && !date.isNegotiated()).forEach(contradictions::ofOneDate);
        return contradictions;
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

    private static boolean twoSides(List<Statement> statements) {
        return statements.stream().map(statement -> statement.claimant.side).filter(SourceKind::isParty).distinct()
                .count() == 2;
    }

    private void ofPositions() {
        List<Position> standing = answer.standing().stream().filter(position -> !position.ofPart && !position.ofSome)
                .sorted(Comparator.comparing(Position::date).thenComparingInt(position -> position.claimant.rank))
                .toList();
        ofTheSides(standing);
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
                lower(earlier.getValue(), later);
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

    private void ofTheSides(List<Position> standing) {
        Map<SourceKind, Position> newest = new EnumMap<>(SourceKind.class);
        standing.stream().filter(Position::isParty).forEach(position -> newest.put(position.claimant.side, position));
        Position one = newest.get(SourceKind.RELEASING_PARTY);
        Position other = newest.get(SourceKind.RECEIVING_PARTY);
        if (one != null && other != null && one.date().last() != other.date().last()) {
            boolean first = one.date().last() < other.date().last();
            unaccounted(first ? one : other, first ? other : one);
        }
        for (Position earlier : newest.values()) {
            standing.stream().filter(later -> later.status == Position.Status.IN_FORCE
                    && later.date().first() > earlier.date().last()).forEach(later -> fewer(earlier, later));
        }
    }

    /**
     * A count of all that have been released cannot fall but by those who were arrested again: the later, lower one contradicts
     * the earlier one.
     */
    private void lower(Position earlier, Position later) {
        long taken = rearrested(earlier.date().last(), later.date().last());
        if (later.statedRange().comparedHigh() + taken < earlier.statedRange().comparedLow()) {
            long dispute = earlier.statedRange().low() - later.statedRange().high() - taken;
            add(earlier, later, taken > 0 ? "contradiction.lower.rearrested" : "contradiction.lower",
                    Range.exactly(taken), dispute);
        }
    }

    /** Two sides near in time: as far as the releases on record in between do not account for the difference. */
    private void unaccounted(Position earlier, Position later) {
        if (later.date().last() - earlier.date().last() > DAYS_APART) {
            return;
        }
        Range between = answer.batches().between(earlier.date().last(), later.date().last()).range();
        double onRecord = between.approximate() ? between.high() * 1.1 : between.high();
        if (later.statedRange().comparedLow() > earlier.statedRange().comparedHigh() + onRecord) {
            add(earlier, later, between.high() == 0 ? "contradiction.higher" : "contradiction.unaccounted", between,
                    later.statedRange().low() - earlier.statedRange().high() - between.high());
        }
    }

    /** A side's total and the releases since that are added to it are more than a later total has room for. */
    private void fewer(Position earlier, Position later) {
        Batches.Sum since = answer.added().get(earlier.claimant.side).between(earlier.date().last(),
                later.date().last());
        double least = since.range().approximate() ? since.range().low() * 0.9 : since.range().low();
        long taken = rearrested(earlier.date().last(), later.date().last());
        if (least > 0 && later.statedRange().comparedHigh() + taken < earlier.statedRange().comparedLow() + least) {
            add(earlier, later, "contradiction.fewer", since,
                    earlier.statedRange().low() + since.range().low() - taken - later.statedRange().high());
        }
    }

    private void add(Position earlier, Position later, String key, Range between, long dispute) {
        add(earlier, later, key, new Batches.Sum(between, List.of()), dispute);
    }

    private void add(Position earlier, Position later, String key, Batches.Sum between, long dispute) {
        if (!found.add(Set.of(earlier.claimant, later.claimant))) {
            return;
        }
        List<Statement> both = new ArrayList<>(earlier.stated);
        both.addAll(later.stated);
        Sentence text = Sentence.of(key, "earlier", earlier.claimant.label(), "before", figures(earlier), "beforeDays",
                earlier.date(), "later", later.claimant.label(), "now", figures(later), "nowDays", later.date(),
                "between", between.range(), "dispute", dispute);
        List<Figure> figures = new ArrayList<>(Findings.figures(both));
        figures.add(Figure.of("dispute", Range.exactly(dispute)));
        findings.add(ConflictType.CONTRADICTION, later.date().last(), figures, text, both, between.statements(),
                twoSides(both));
    }

    private static List<Object> figures(Position position) {
        return position.stated.stream().sorted(Statement.IN_TEXT).map(Told::figure).distinct().toList();
    }
}
