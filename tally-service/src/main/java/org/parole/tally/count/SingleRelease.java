package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one release of a commitment of which everybody goes at one time: what each claimant tells of it is its total.
 *
 * @param range from the lowest that a telling proves to the highest that one claims
 * @param best the figure that the policy chooses among the tellings
 * @param tellers those whose tellings span it
 */
record SingleRelease(Range range, BestFigure best, List<Position> tellers) {

    /** For its side, or for the source that it goes back to: a closed figure, its own words, the later published, the lower. */
    private static final Comparator<Position> NEAREST = Comparator
            .comparing((Position position) -> !told(position).closed())
            .thenComparing(position -> position.since.statements().stream().noneMatch(batch -> batch.ownWords))
            .thenComparing(SingleRelease::published, Comparator.reverseOrder())
            .thenComparingLong(SingleRelease::vote).thenComparingInt(position -> position.claimant.rank);

    /** What is told of it at the day of an answer; somebody tells of it without doubt. */
    static SingleRelease of(Answer answer, Policy policy) {
        List<Position> all = answer.positions().stream().filter(position -> !position.hasTotal()).toList();
        Set<Statement> parts = Parts
                .without(all.stream().flatMap(position -> position.since.statements().stream()).toList());
        Set<Position> ofSome = all.stream().filter(position -> parts.containsAll(position.since.statements()))
                .collect(Collectors.toSet());
        List<Range> wholes = all.stream().filter(position -> !ofSome.contains(position)).map(SingleRelease::told)
                .toList();
        List<Range> exact = wholes.stream().filter(Range::exact).toList();
        List<Position> tellers = all.stream()
                .filter(position -> !ofSome.contains(position) || wholes.stream()
                        .noneMatch(whole -> whole.comparedHigh() >= told(position).comparedLow()))
                .filter(position -> !Release.isRounded(position.since.statements())
                        || exact.stream().noneMatch(other -> other.agreesWith(told(position))))
                .toList();
        List<Position> proving = tellers.stream().filter(position -> position.since.statements().stream()
                .allMatch(batch -> batch.proves(answer.day()))).toList();
        if (tellers.isEmpty()) {
            return new SingleRelease(answer.batches().all().range(), best(policy, List.of()), List.of());
        }
        if (wholes.isEmpty() && parts.stream().map(Statement::partName).distinct().count() > 1
                && !proving.isEmpty()) {
            return ofParts(answer, policy, proving, tellers);
        }
        Range high = Release.spanOf(tellers.stream().map(SingleRelease::told).toList());
        Range low = proving.isEmpty() ? high : Release.spanOf(proving.stream().map(SingleRelease::told).toList());
        BestFigure best = best(policy, voters(proving.stream()
                .filter(position -> proving.stream().noneMatch(other -> yieldsTo(position, other)))
                .filter(position -> policy == Policy.CAUTIOUS || !concedes(position)).toList()));
        // 'Up to 400' may have yielded to a smaller number that is in dispute, which does not vote.
        long most = best.number() == null ? high.high() : Math.max(high.high(), best.number());
        return new SingleRelease(new Range(low.low(), most, low.openLow(), high.openHigh(), high.approximate()), best,
                tellers);
    }

    /** Where nobody tells of everybody, what the parts come to; it is one number where they are of different places. */
    private static SingleRelease ofParts(Answer answer, Policy policy, List<Position> proving,
            List<Position> tellers) {
        Batches.Sum all = answer.batches().all();
        boolean open = all.statements().stream().anyMatch(batch -> batch.range.openHigh());
        Range range = all.range();
        BestFigure best = best(policy, voters(proving));
        Long number = range.low() == range.high() ? Long.valueOf(range.low()) : null;
        return new SingleRelease(new Range(range.low(), range.high(), range.openLow(), open, range.approximate()),
                new BestFigure(number, best.rule(), best.voters()), tellers);
    }

    /** Whether it is what a party concedes of another's whole: it spans low, and does not vote. */
    private static boolean concedes(Position position) {
        return position.isParty() && Parts.areSomeOfAStatedWhole(position.since.statements());
    }

    /** An open figure says nothing beside a closed one of the same release that it agrees with. */
    private static boolean yieldsTo(Position position, Position closed) {
        return !told(position).closed() && told(closed).closed() && told(position).agreesWith(told(closed));
    }

    /** What a claimant tells of it: open above only where its own words are. */
    static Range told(Position position) {
        boolean open = position.since.statements().stream().anyMatch(batch -> batch.range.openHigh());
        Range its = position.range;
        return new Range(Math.max(0, its.low() - position.rearrested.high()),
                Math.max(0, its.high() - position.rearrested.low()), its.openLow(), open, its.approximate());
    }

    /** The number with which a claimant votes. */
    static long vote(Position position) {
        Range its = told(position);
        long lower = position.range.low() - its.low();
        // One of 'five' and 'none to five' may be its own words, but both together say five.
        return reading(position).map(reading -> Math.max(its.low(), Math.min(its.high(), reading.range.low() - lower)))
                .orElse(its.openLow() ? its.high() : its.low());
    }

    /** Of several numbers for all of its people the one with which a claimant votes: its own words first, then the later published. */
    private static Optional<Statement> reading(Position position) {
        List<Statement> told = position.since.statements();
        boolean readings = told.size() > 1 && told.stream().allMatch(batch -> batch.range.closed()
                && batch.release == null && !batch.namesAPart() && !batch.isPartOfAStatedWhole()
                && batch.days.equals(told.get(0).days));
        return readings ? told.stream().min(Statement.NEAREST_TO_OWN_WORDS) : Optional.empty();
    }

    private static long published(Position position) {
        return position.since.statements().stream().mapToLong(batch -> batch.published).max().orElseThrow();
    }

    /** Each side has one vote, and each neutral source that does not pass on what another says. */
    private static List<Position> voters(List<Position> proving) {
        Map<String, Position> byVoice = new LinkedHashMap<>();
        Map<String, Position> byKey = new HashMap<>();
        proving.forEach(position -> byKey.put(position.claimant.key, position));
        for (Position position : proving) {
            String root = position.claimant.side == SourceKind.MEDIA ? root(position) : null;
            if (root == null || !byKey.containsKey(root) || root.equals(position.claimant.key)) {
                String voice = position.isParty()
                        ? position.claimant.side.name()
                        : root == null ? position.claimant.key : root;
                byVoice.merge(voice, position, (one, other) -> NEAREST.compare(one, other) <= 0 ? one : other);
            }
        }
        return new ArrayList<>(byVoice.values());
    }

    /** Whose words an outlet passes on, or null where they are its own or come from several. */
    private static String root(Position position) {
        List<String> roots = position.since.statements().stream().flatMap(batch -> batch.reports.stream())
                .map(report -> report.source().root() == null ? "" : Names.fold(report.source().root())).distinct()
                .toList();
        return roots.size() == 1 && !roots.get(0).isEmpty() ? roots.get(0) : null;
    }

    private static BestFigure best(Policy policy, List<Position> voters) {
        if (policy == Policy.LATEST) {
            Position newest = voters.stream().max(Comparator.comparingLong(SingleRelease::published)
                    .thenComparing(NEAREST.reversed())).orElse(null);
            return newest == null
                    ? new BestFigure(null, Sentence.of("rule.latest"), voters)
                    : new BestFigure(vote(newest), Sentence.of("rule.latest.of", "claimant", newest.claimant.label()),
                            voters);
        }
        List<Position> counted = new ArrayList<>(voters);
        boolean verified = counted.stream().anyMatch(SingleRelease::isVerified);
        if (policy == Policy.CAUTIOUS) {
            counted.removeIf(position -> !position.isParty());
        } else {
            counted.removeIf(position -> verified && !isVerified(position));
        }
        counted.sort(
                Comparator.comparingLong(SingleRelease::vote).thenComparingInt(position -> position.claimant.rank));
        int chosen = policy == Policy.CAUTIOUS ? 0 : (counted.size() - 1) / 2;
        return new BestFigure(counted.isEmpty() ? null : Long.valueOf(vote(counted.get(chosen))),
                BestFigure.rule(policy, verified, counted.size()), counted);
    }

    private static boolean isVerified(Position position) {
        return position.since.statements().stream().anyMatch(batch -> batch.stage == Stage.VERIFIED);
    }

    /** The batches of a claimant that gives one of the bounds; all where nobody gives it alone. */
    List<Statement> owner(boolean low, Batches.Sum all) {
        return tellers.stream()
                .filter(position -> (low ? told(position).low() : told(position).high()) == (low
                        ? range.low()
                        : range.high()))
                .map(position -> position.since.statements()).findFirst().orElse(all.statements());
    }
}
