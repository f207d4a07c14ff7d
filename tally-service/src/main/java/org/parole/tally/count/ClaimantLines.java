package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What each claimant has said, as the answer shows it. */
final class ClaimantLines {

    private ClaimantLines() {
    }

    /** The lines of one list at a day, by claimant. */
    static List<ClaimantLine> of(Answer answer, String scope) {
        List<ClaimantLine> lines = new ArrayList<>();
        int next = 0;
        for (Position position : answer.positions()) {
            while (answer.claims().get(next).claimant != position.claimant) {
                next++;
            }
            lines.add(line(position, answer.claims().get(next), answer.day(), scope));
        }
        return lines;
    }

    private static ClaimantLine line(Position position, Claims claims, int day, String scope) {
        Claimant claimant = position.claimant;
        List<Statement> restsOn = position.restsOn();
        boolean total = position.hasTotal();
        boolean doubt = position.allInDoubt(day);
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
        Long vote = total && !position.disputed(day) && !position.conceded() ? Long.valueOf(position.vote()) : null;
        return new ClaimantLine(claimant.label(), claimant.names(), claimant.side, claimant.organ,
                total ? new Span(position.range.low(), vote, position.range.high()) : Span.UNKNOWN,
                total ? null : Long.valueOf(doubt ? position.claimedAtLeast : position.range.low()),
                !position.range.closed(),
                position.range.approximate(),
                total ? position.voting.basis : Basis.BATCH, LocalDate.ofEpochDay(position.date().last()), scope,
                position.status == Position.Status.IN_FORCE, position.status == Position.Status.CARRIED,
                doubt || position.disputed(day), reason(position), Breakdown.of(position, claims, day),
                List.copyOf(outlets),
                roots.size(), Statement.ids(restsOn));
    }

    /** Why a total does not stand or vote, or null. */
    static Sentence reason(Position position) {
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
