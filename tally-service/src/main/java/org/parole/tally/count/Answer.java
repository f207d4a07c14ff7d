package org.parole.tally.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the statements of one list and stage stand at a day.
 *
 * @param day the day
 * @param positions each claimant's position, by claimant
 * @param batches all batches
 * @param added the batches that are added to a total of each side: its own and those of neutral sources
 * @param claims all that each claimant has said
 */
record Answer(int day, List<Position> positions, Batches batches, Map<SourceKind, Batches> added, List<Claims> claims) {

    /** Whether nobody has said anything. */
    boolean isEmpty() {
        return positions.isEmpty() && batches.isEmpty();
    }

    /** The totals that span low and high: in force, or carried. */
    List<Position> standing() {
        return positions.stream().filter(position -> position.hasTotal() && position.stands()).toList();
    }

    /** The totals in force that are given without doubt: they vote. */
    List<Position> voters() {
        return positions.stream().filter(position -> position.status == Position.Status.IN_FORCE
                && !position.disputed(day)).toList();
    }

    /** What the figures rest on. */
    List<Statement> restsOn() {
        List<Statement> all = new ArrayList<>();
        List<Position> standing = standing();
        standing.forEach(position -> all.addAll(position.restsOn()));
        long highest = standing.stream().mapToLong(position -> position.range.high()).max().orElse(-1);
        if (batches.all().range().low() > highest || standing.isEmpty()) {
            all.addAll(batches.all().statements());
        }
        return all;
    }
}
