package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * The figure that a policy chooses among the totals in force.
 *
 * @param number the figure, or null
 * @param rule the rule in words
 * @param voters the totals that had a vote
 */
record BestFigure(Long number, Sentence rule, List<Position> voters) {

    /** A total more than this many days older than the newest one no longer votes. */
    static final int VOTES_FOR_DAYS = 45;

    /** The newest first; at one date a closed figure, then the claimant's own words, the later published, the lower. */
    private static final Comparator<Position> FOR_ITS_SIDE = Comparator.comparing(Position::date).reversed()
            .thenComparing(Position::statedOpen)
            .thenComparing(position -> position.voting, Statement.NEAREST_TO_OWN_WORDS);

    static BestFigure of(Policy policy, Answer answer) {
        List<Position> inForce = answer.voters();
        return switch (policy) {
            case CONSENSUS, VERIFIED -> consensus(policy, inForce);
            case LATEST -> latest(inForce.stream().filter(position -> !position.conceded()).toList());
            case CAUTIOUS -> cautious(answer);
        };
    }

    private static BestFigure consensus(Policy policy, List<Position> inForce) {
        List<Position> voters = new ArrayList<>();
        Map<SourceKind, Position> ofSides = new EnumMap<>(SourceKind.class);
        for (Position position : inForce) {
            if (position.conceded()) {
                continue;
            }
            if (position.isParty()) {
                ofSides.merge(position.claimant.side, position,
                        (one, other) -> FOR_ITS_SIDE.compare(one, other) <= 0 ? one : other);
            } else {
                voters.add(position);
            }
        }
        voters.addAll(ofSides.values());
        int newest = voters.stream().mapToInt(position -> position.date().last()).max().orElse(0);
        voters.removeIf(position -> position.date().last() < newest - VOTES_FOR_DAYS);
        boolean verified = voters.stream().anyMatch(BestFigure::isVerified);
        voters.removeIf(position -> verified && !isVerified(position));
        voters.sort(Comparator.comparingLong(Position::vote).thenComparingInt(position -> position.claimant.rank));
        NavigableSet<Long> numbers = new TreeSet<>();
        voters.stream().filter(position -> position.voting.range.exact())
                .forEach(position -> numbers.add(position.vote()));
        List<Position> counted = voters.stream().filter(position -> !hasOneOf(position, numbers)).toList();
        return new BestFigure(voters.isEmpty() ? null : Long.valueOf(counted.get((counted.size() - 1) / 2).vote()),
                rule(policy, verified, counted.size()), voters);
    }

    /** How a policy that looks at all votes, or at the two sides', chooses. */
    static Sentence rule(Policy policy, boolean verified, int votes) {
        if (policy == Policy.CAUTIOUS) {
            return Sentence.of("rule.cautious");
        }
        return Sentence.of(
                policy == Policy.VERIFIED ? "rule.verified" : verified ? "rule.consensus.verified" : "rule.consensus",
                "votes", (long) votes);
    }

    /** Whether it says 'between 100 and 120' where others give a number in between: it agrees with that and chooses none. */
    private static boolean hasOneOf(Position between, NavigableSet<Long> numbers) {
        Range range = between.voting.range;
        if (!range.closed() || range.low() == range.high()) {
            return false;
        }
        Long number = numbers.ceiling(between.vote());
        return number != null && number <= between.vote() + range.high() - range.low();
    }

    private static boolean isVerified(Position position) {
        return position.voting.stage == Stage.VERIFIED;
    }

    private static BestFigure latest(List<Position> inForce) {
        Statement newest = null;
        Position its = null;
        for (Position position : inForce) {
            for (Statement total : position.definite()) {
                if (newest == null || LATER.compare(total, newest) > 0) {
                    newest = total;
                    its = position;
                }
            }
        }
        if (newest == null) {
            return new BestFigure(null, Sentence.of("rule.latest"), List.of());
        }
        long number = its.ofPart
                ? its.vote()
                : its.figure(newest);
        return new BestFigure(number, Sentence.of("rule.latest.of", "claimant", its.claimant.label()), inForce);
    }

    private static final Comparator<Statement> LATER = Comparator.comparing((Statement s) -> s.days)
            .thenComparingLong(s -> s.published).thenComparingLong(s -> s.recorded).thenComparing(Statement::id);

    /** What both sides support: what a side still holds counts here, though it is carried and has no vote. */
    private static BestFigure cautious(Answer answer) {
        List<Position> voters = answer.voters().stream().filter(Position::isParty)
                .sorted(Comparator.comparingLong(Position::vote)).toList();
        OptionalLong least = answer.standing().stream()
                .filter(position -> position.isParty() && !position.disputed(answer.day()))
                .mapToLong(Position::vote).min();
        return new BestFigure(voters.isEmpty() || least.isEmpty() ? null : Long.valueOf(least.getAsLong()),
                rule(Policy.CAUTIOUS, false, voters.size()), voters);
    }
}
