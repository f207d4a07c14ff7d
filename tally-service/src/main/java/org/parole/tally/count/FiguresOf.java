package org.parole.tally.count;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Low, best and high of what stands at a day, each bound with its owner. */
final class FiguresOf {

    private static final Comparator<Position> OWNER = Comparator
            .comparing((Position position) -> position.status == Position.Status.CARRIED)
            .thenComparing(position -> position.range.closed() ? 0 : 1)
            .thenComparing(Position::date, Comparator.reverseOrder())
            .thenComparingInt(position -> position.claimant.rank);

    private final Answer answer;
    private final Policy policy;
    private final Promise promise;

    private FiguresOf(Answer answer, Policy policy, Promise promise) {
        this.answer = answer;
        this.policy = policy;
        this.promise = promise;
    }

    /**
     * The figures.
     *
     * @param promise what closes the count, or {@link Promise#NONE} for a stage that no promise speaks of
     * @param nothing why there are no figures, where nobody has said anything
     */
    static Figures of(Answer answer, Policy policy, Promise promise, Sentence nothing) {
        FiguresOf figures = new FiguresOf(answer, policy, promise);
        if (answer.isEmpty()) {
            return Figures.unknown(BestFigure.of(policy, answer).rule(), nothing);
        }
        return figures.restOnBatches() ? figures.ofBatches() : figures.ofTotals();
    }

    /** The one release that the figures are of, where the promise is of one and somebody tells of it without doubt. */
    static Optional<SingleRelease> single(Answer answer, Policy policy, Promise promise) {
        FiguresOf figures = new FiguresOf(answer, policy, promise);
        return promise.singleRelease() && figures.restOnBatches() && figures.isProven()
                ? Optional.of(SingleRelease.of(answer, policy))
                : Optional.empty();
    }

    private boolean restOnBatches() {
        return answer.standing().isEmpty() || promiseReachedBesidesRoundings();
    }

    private boolean isProven() {
        return answer.batches().all().statements().stream().anyMatch(batch -> batch.proves(answer.day()));
    }

    /** Whether the batches reach the promise exactly, and all totals are a neutral source's roundings of it, or open. */
    private boolean promiseReachedBesidesRoundings() {
        return !answer.batches().isEmpty() && answer.standing().stream().allMatch(position -> !position.isParty()
                && (position.statedRounded() || position.statedOpen())
                && position.statedRange().agreesWith(answer.batches().all().range()))
                && isOneNumber(answer.batches().all().range()) && reached(answer.batches().all().range());
    }

    private Figures ofTotals() {
        List<Position> standing = answer.standing();
        Position lowest = Collections.min(standing,
                Comparator.comparingLong((Position position) -> position.range.low()).thenComparing(OWNER));
        Position highest = Collections.min(standing,
                Comparator.comparingLong((Position position) -> -position.range.high()).thenComparing(OWNER));
        BestFigure best = BestFigure.of(policy, answer);
        Bound low = Bound.of(lowest, false, lowest.range.openLow());
        Bound high = Bound.of(highest, true, highest.range.openHigh());
        long most = highest.range.high();
        Batches.Sum floor = answer.batches().all();
        if (floor.range().low() > most) {
            most = floor.range().low();
            high = Bound.of(floor.statements(), true, true);
        }
        for (Position claimed : claimedByASideWithoutATotal(standing)) {
            if (claimed.claimed > most) {
                most = claimed.claimed;
                high = Bound.of(claimed.since.statements(), true, true);
            }
        }
        Long least = lowest.range.low();
        if (standing.stream().allMatch(position -> position.disputed(answer.day()))) {
            // What is in doubt spans, and proves nothing: it may be as few as it says, or as the releases besides come to.
            boolean proven = floor.statements().stream().anyMatch(batch -> batch.proves(answer.day()));
            boolean fewer = proven && floor.range().low() < lowest.range.low();
            low = fewer ? Bound.of(floor.statements(), false, false) : proven ? low : null;
            least = fewer ? Long.valueOf(floor.range().low()) : proven ? least : null;
        }
        boolean approximate = standing.stream().anyMatch(position -> position.range.approximate());
        boolean open = high.open() || low != null && low.open();
        return new Figures(least, best.number(), most, open, approximate, best.rule(),
                oneSided(best.voters()), otherSide(best.voters()), new Bounds(low, high),
                best.number() == null ? noVote() : null);
    }

    /** A party that has only told of single releases claims at least what they come to, whatever others make of them. */
    private List<Position> claimedByASideWithoutATotal(List<Position> standing) {
        Set<SourceKind> withATotal = new HashSet<>();
        standing.forEach(position -> withATotal.add(position.claimant.side));
        return answer.positions().stream().filter(position -> position.isParty() && !position.hasTotal()
                && !withATotal.contains(position.claimant.side)).toList();
    }

    private Sentence noVote() {
        boolean doubt = answer.positions().stream().anyMatch(position -> position.disputed(answer.day()));
        if (policy == Policy.CAUTIOUS) {
            return Sentence.of(doubt ? "reason.noSide.disputed" : "reason.noSide");
        }
        return Sentence.of(doubt ? "reason.noVote.disputed" : "reason.noVote");
    }

    /** Batches alone: what they prove is low; nobody has said how many there are in all, unless the promise closes it. */
    private Figures ofBatches() {
        Batches.Sum all = answer.batches().all();
        if (answer.batches().isEmpty()) {
            return Figures.unknown(BestFigure.of(policy, answer).rule(), Sentence.of("reason.noFigure"));
        }
        boolean proven = isProven();
        if (proven && promise.singleRelease()) {
            return ofSingle(all);
        }
        Range range = all.range().atLeast(0);
        List<Position> tellers = tellers();
        boolean closed = proven && reached(range);
        boolean openLow = range.openLow() && range.low() == 0;
        Bounds bounds = new Bounds(proven ? Bound.of(all.statements(), false, openLow) : null,
                Bound.of(all.statements(), true, !closed));
        Sentence rule = closed ? Sentence.of("rule.promise") : BestFigure.of(policy, answer).rule();
        Sentence reason = closed ? null : Sentence.of(proven ? "reason.batches" : "reason.batches.disputed");
        return new Figures(proven ? Long.valueOf(range.low()) : null, closed ? Long.valueOf(range.low()) : null,
                range.high(), openLow || !closed, range.approximate(), rule, oneSided(tellers), otherSide(tellers),
                bounds, reason);
    }

    /** Of a single release each claimant's batches are its total, and the policy chooses among them. */
    private Figures ofSingle(Batches.Sum all) {
        SingleRelease single = SingleRelease.of(answer, policy);
        Range range = single.range();
        boolean openLow = range.openLow() && range.low() == 0;
        boolean openHigh = range.openHigh();
        Bounds bounds = new Bounds(Bound.of(single.owner(true, all), false, openLow),
                Bound.of(single.owner(false, all), true, openHigh));
        return new Figures(range.low(), single.best().number(), range.high(), openLow || openHigh, range.approximate(),
                Sentence.of("rule.single", "rule", single.best().rule()), oneSided(single.best().voters()),
                otherSide(single.best().voters()), bounds, single.best().number() == null ? noVote() : null);
    }

    private boolean reached(Range batches) {
        Range promised = promise.quantity() == null ? null : promise.quantity().range();
        return promised != null && promised.exact() && promised.low() > 0 && batches.low() >= promised.low()
                && answer.batches().releases().stream().flatMap(release -> release.statements.stream())
                        .allMatch(batch -> batch.proves(answer.day()));
    }

    private static boolean isOneNumber(Range batches) {
        return batches.low() == batches.high() && !batches.approximate();
    }

    private List<Position> tellers() {
        return answer.positions().stream().filter(position -> !position.hasTotal()).toList();
    }

    private static boolean oneSided(List<Position> voters) {
        Set<SourceKind> sides = new HashSet<>();
        voters.forEach(position -> sides.add(position.claimant.side));
        return sides.size() == 1 && sides.iterator().next().isParty();
    }

    private OtherSide otherSide(List<Position> voters) {
        return oneSided(voters) ? lastWord(answer, voters.get(0).claimant.side.other()) : null;
    }

    /** The last total of a side, or what it told of last where it never gave a total. */
    static OtherSide lastWord(Answer answer, SourceKind side) {
        Comparator<Statement> newest = Comparator.comparing((Statement statement) -> statement.days)
                .thenComparing(Statement.NEAREST_TO_OWN_WORDS.reversed());
        Statement last = null;
        for (Claims claims : answer.claims()) {
            if (claims.claimant.side == side) {
                last = later(answer, last, claims.totals, newest);
                last = later(answer, last, claims.partTotals, newest);
                last = later(answer, last, claims.batches, newest);
            }
        }
        if (last == null) {
            return OtherSide.silent(side);
        }
        Statement told = last.isTotal() ? last : together(last, answer);
        return new OtherSide(side, told.claimant.label(), told.quantity, told.part.outOf(), told.basis,
                LocalDate.ofEpochDay(told.days.last()), Set.of());
    }

    /** What a claimant tells of in parts on one day is one word: their sum. */
    private static Statement together(Statement last, Answer answer) {
        List<Statement> parts = answer.claims().stream().filter(claims -> claims.claimant == last.claimant)
                .flatMap(claims -> claims.batches.stream())
                .filter(batch -> batch.days.equals(last.days) && batch.release == null && batch.namesAPart()
                        && batch.counts(answer.day()))
                .sorted(Statement.NEAREST_TO_OWN_WORDS).toList();
        Map<Part, Statement> each = new LinkedHashMap<>();
        parts.forEach(part -> each.putIfAbsent(part.partName(), part));
        return each.size() < 2 || !each.containsKey(last.partName())
                ? last
                : Statement.sumOf(List.copyOf(each.values()));
    }

    /** The newest total, or batch where there is no total. */
    private static Statement later(Answer answer, Statement last, List<Statement> said,
            Comparator<Statement> newest) {
        Statement its = said.stream().filter(
                statement -> statement.days.first() <= answer.day() && !statement.withdrawn(answer.day())).max(newest)
                .orElse(null);
        if (its == null || last != null && last.isTotal() && !its.isTotal()) {
            return last;
        }
        return last == null || its.isTotal() && !last.isTotal() || newest.compare(its, last) > 0 ? its : last;
    }
}
