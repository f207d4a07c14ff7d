package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What each claimant has said, as the answer shows it. */
final class ClaimantLines {

    private ClaimantLines() {
    }

    /**
     * The lines of one list at a day, by claimant.
     *
     * @param single the one release, of which what each claimant tells is its total
     */
    static List<ClaimantLine> of(Answer answer, String scope, Optional<SingleRelease> single) {
        List<ClaimantLine> lines = new ArrayList<>();
        int next = 0;
        for (Position position : answer.positions()) {
            while (answer.claims().get(next).claimant != position.claimant) {
                next++;
            }
            lines.add(line(position, answer.claims().get(next), answer.day(), scope, single));
        }
        return lines;
    }

    private static ClaimantLine line(Position position, Claims claims, int day, String scope,
            Optional<SingleRelease> single) {
        Claimant claimant = position.claimant;
        List<Statement> restsOn = position.restsOn();
        boolean doubt = position.allInDoubt(day);
        boolean ofSingle = single.isPresent() && !position.hasTotal();
        boolean total = position.hasTotal() || ofSingle;
        Range range = ofSingle ? SingleRelease.told(position) : position.range;
        // What is in doubt proves nothing, and is claimed none the less.
        long low = ofSingle && doubt ? position.claimedAtLeast : range.low();
        Set<String> outlets = new TreeSet<>();
        Set<String> roots = new HashSet<>();
        for (Statement statement : restsOn) {
            outlets.addAll(statement.outlets());
            statement.reports.forEach(report -> {
                String root = report.source().root() != null ? report.source().root() : report.source().outlet();
                if (root != null) {
                    roots.add(Names.fold(root));
                }
            });
        }
        boolean votes = total && !doubt && !position.disputed(day) && !position.conceded();
        Long vote = votes ? Long.valueOf(ofSingle ? SingleRelease.vote(position) : position.vote()) : null;
        return new ClaimantLine(claimant.label(), claimant.names(), claimant.side, claimant.organ,
                total ? new Span(low, vote, Math.max(low, range.high())) : Span.UNKNOWN,
                total ? null : Long.valueOf(doubt ? position.claimedAtLeast : position.range.low()),
                !range.closed(),
                range.approximate(),
                position.hasTotal() ? position.voting.basis : Basis.BATCH, LocalDate.ofEpochDay(position.date().last()),
                scope,
                isInForce(position, single), position.status == Position.Status.CARRIED,
                doubt || position.disputed(day), reason(position, single), Breakdown.of(position, claims, day),
                List.copyOf(outlets),
                roots.size(), Statement.ids(restsOn));
    }

    private static boolean isInForce(Position position, Optional<SingleRelease> single) {
        return position.status == Position.Status.IN_FORCE
                || single.isPresent() && single.get().tellers().contains(position);
    }

    /** Why a total does not stand or vote, or null. */
    static Sentence reason(Position position, Optional<SingleRelease> single) {
        if (single.isPresent() && !position.hasTotal()) {
            return isInForce(position, single) ? null : Sentence.of("line.single");
        }
        return switch (position.status) {
            case IN_FORCE -> null;
            case BATCHES_ONLY -> Sentence.of("line.batches");
            case PART -> Sentence.of("line.part");
            case CARRIED -> because("line.carried", position);
            case OVERTAKEN -> because("line.overtaken", position);
            case YIELDED -> because("line.yielded", position);
            case AGREES -> because(position.statedOpen() ? "line.agrees" : "line.rounds", position);
            case PASSED_ON -> because("line.passedOn", position);
        };
    }

    private static Sentence because(String key, Position position) {
        Position by = position.by;
        return Sentence.of(key, "claimant", by.claimant.label(), "figures", by.figures(), "days", by.date());
    }
}
