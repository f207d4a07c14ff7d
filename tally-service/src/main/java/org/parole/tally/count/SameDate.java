package org.parole.tally.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is stated for the same days and can be compared: totals or batches, of one stage, of everybody or of one part. */
final class SameDate {

    /** How many statements with a category or place, for one date, are compared each with each. */
    private static final int COMPARED = 200;

    final Days days;
    final Stage stage;
    final boolean batch;
    /** The part that is counted, with neither category nor place where it is everybody. */
    final Part part;
    final List<Statement> statements = new ArrayList<>(2);
    /** What is stated for the same days of one part each, beside figures for everybody. */
    private final List<Statement> parts = new ArrayList<>(0);
    private double mostLow;
    private double leastHigh = Double.POSITIVE_INFINITY;
    private boolean anyPart;

    private SameDate(Key key) {
        days = new Days(key.start, Math.max(key.start, key.first), key.last);
        stage = key.stage;
        batch = key.batch;
        part = key.part;
    }

    private record Key(Stage stage, boolean batch, int start, int first, int last, Part part) {

        Key ofEverybody() {
            return new Key(stage, batch, start, first, last, Part.NONE);
        }
    }

    /** All statements that count at a day by their dates, in the order of the dates. */
    static List<SameDate> of(ScopeCount scope, Answer answer) {
        Map<Key, SameDate> dates = new LinkedHashMap<>();
        Map<Key, SameDate> wholes = new HashMap<>();
        for (Claims claims : answer.claims()) {
            boolean whole = !claims.totals.isEmpty();
            claims.totals.forEach(statement -> add(dates, statement, Part.NONE, answer.day()));
            claims.batches.forEach(statement -> add(dates, statement, Part.NONE, answer.day()));
            claims.partTotals.forEach(
                    statement -> add(dates, statement, whole ? statement.partName() : Part.NONE, answer.day()));
            claims.partBatches.forEach(statement -> add(dates, statement, statement.partName(), answer.day()));
        }
        for (Stage stage : Stage.values()) {
            if (stage.isIntent()) {
                scope.of(stage).forEach(statement -> add(dates, statement, statement.partName(), answer.day()));
            }
        }
        dates.forEach((key, date) -> {
            date.statements.sort(Statement.IN_TEXT);
            if (key.part.equals(Part.NONE)) {
                wholes.put(key, date);
            }
        });
        dates.forEach((key, date) -> {
            SameDate whole = date.isOfAPart() ? wholes.get(key.ofEverybody()) : null;
            if (whole != null) {
                whole.parts.addAll(date.statements);
            }
        });
        return List.copyOf(dates.values());
    }

    private static void add(Map<Key, SameDate> dates, Statement statement, Part part, int day) {
        if (statement.counts(day)) {
            boolean batch = !statement.isTotal();
            dates.computeIfAbsent(new Key(statement.stage.isRelease() ? Stage.REPORTED : statement.stage, batch,
                    statement.start(), statement.days.first(), statement.days.last(), part), SameDate::new)
                    .add(statement);
        }
    }

    private void add(Statement statement) {
        statements.add(statement);
        mostLow = Math.max(mostLow, statement.range.comparedLow());
        leastHigh = Math.min(leastHigh, statement.range.comparedHigh());
        anyPart |= statement.namesAPart() || statement.isPartOfAStatedWhole();
    }

    /** Where all figures have a number in common, only a part of a whole can be a finding. */
    boolean worthALook() {
        return statements.size() > 1 && (anyPart || mostLow > leastHigh);
    }

    /** What one side demands, offers or lists need not be what the other does. */
    boolean isNegotiated() {
        return stage.isIntent() && stage != Stage.ANNOUNCED;
    }

    /** What is counted, as a clause: those released in all by the date, that day, or announced for it. */
    Sentence what() {
        Statement any = statements.get(0);
        String name = any.category() != null ? any.category() : any.place() != null ? any.place() : "";
        Sentence everybody = Told.those(stage, !batch, any.remains, days);
        return isOfAPart() ? Sentence.of("what.part", "what", everybody, "part", name) : everybody;
    }

    boolean isOfAPart() {
        return part.category() != null || part.place() != null;
    }

    /** The statements that disagree with one of another claimant about the same people. */
    List<Statement> differing() {
        List<Statement> compared = comparable();
        List<Statement> some = compared.subList(0, Math.min(COMPARED, compared.size()));
        Map<Claimant, List<Statement>> readings = readings(some);
        if (!anyPart && (readings.isEmpty() || some.size() < compared.size())) {
            return byEnds(compared);
        }
        Set<Statement> differing = new LinkedHashSet<>();
        for (Statement one : some) {
            for (Statement other : some) {
                if (one.claimant != other.claimant && !one.range.agreesWith(other.range) && samePeople(one, other)
                        && !countsSomeOf(one, other) && !countsSomeOf(other, one)
                        && !agreesOtherwise(one, other, readings) && !agreesOtherwise(other, one, readings)) {
                    differing.add(one);
                }
            }
        }
        return List.copyOf(differing);
    }

    /** The figures of each claimant for whom several are on record, as many of them as a finding speaks of. */
    private static Map<Claimant, List<Statement>> readings(List<Statement> compared) {
        Map<Claimant, List<Statement>> readings = new HashMap<>();
        for (Statement one : compared) {
            List<Statement> own = readings.computeIfAbsent(one.claimant, claimant -> new ArrayList<>(1));
            if (own.size() < Conflict.SPOKEN) {
                own.add(one);
            }
        }
        readings.values().removeIf(own -> own.size() < 2);
        return readings;
    }

    /**
     * Whether another figure that is told for the same claimant agrees with somebody else's: then the two may well be of one
     * mind, and it is the outlets that differ.
     */
    private static boolean agreesOtherwise(Statement one, Statement somebodys,
            Map<Claimant, List<Statement>> readings) {
        for (Statement other : readings.getOrDefault(one.claimant, List.of())) {
            if (other.range.agreesWith(somebodys.range) && isOtherReading(one, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOtherReading(Statement one, Statement other) {
        return one.partName().equals(other.partName()) && !one.range.agreesWith(other.range);
    }

    /** Without what an editor has put into one telling of a release, and what counts some of another's whole. */
    private List<Statement> comparable() {
        Map<List<String>, Integer> tellings = new LinkedHashMap<>();
        statements.stream().filter(statement -> statement.release != null)
                .forEach(statement -> tellings.merge(telling(statement), 1, Integer::sum));
        return statements.stream().filter(statement -> !statement.isPartOfAStatedWhole() || isOfAPart())
                .filter(statement -> statement.release == null || tellings.get(telling(statement)) == 1).toList();
    }

    private static List<String> telling(Statement statement) {
        return List.of(statement.release, statement.telling == null ? "" : statement.telling);
    }

    private static List<Statement> byEnds(List<Statement> statements) {
        Ends low = new Ends(true);
        Ends high = new Ends(false);
        statements.forEach(low::add);
        statements.forEach(high::add);
        return statements.stream().filter(statement -> statement.range.comparedLow() > high.ofOthers(statement)
                || statement.range.comparedHigh() < low.ofOthers(statement)).toList();
    }

    /** The highest low end, or the lowest high end, and the same of the claimants besides its owner. */
    private static final class Ends {
        private final boolean low;
        private double end;
        private Claimant owner;
        private double second;

        Ends(boolean low) {
            this.low = low;
            end = low ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            second = end;
        }

        void add(Statement statement) {
            double its = low ? statement.range.comparedLow() : statement.range.comparedHigh();
            if (beyond(its, end)) {
                if (statement.claimant != owner) {
                    second = end;
                }
                end = its;
                owner = statement.claimant;
            } else if (statement.claimant != owner && beyond(its, second)) {
                second = its;
            }
        }

        private boolean beyond(double one, double other) {
            return low ? one > other : one < other;
        }

        double ofOthers(Statement statement) {
            return statement.claimant == owner ? second : end;
        }
    }

    /** Whether one counts all whom the other counts: soldiers, and those freed at one place, may be different people. */
    private static boolean samePeople(Statement one, Statement other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    private static boolean isWithin(Statement some, Statement all) {
        return isOneOf(some.part.category(), all.part.category()) && isOneOf(some.part.place(), all.part.place());
    }

    private static boolean isOneOf(String some, String all) {
        return all == null || all.equals(some);
    }

    /** The statements that count some of another's whole, or another category, with what they are held against. */
    List<Statement> ofOtherCategories() {
        if (!anyPart || stage.isIntent() || isOfAPart()) {
            return List.of();
        }
        Set<Statement> found = new LinkedHashSet<>();
        List<Statement> some = statements.subList(0, Math.min(COMPARED, statements.size()));
        for (Statement one : some) {
            for (Statement other : some) {
                if (one.claimant != other.claimant && (isPartOf(one, other) || isPartOf(other, one)
                        || isConcededOf(one, other) || isConcededOf(other, one) || differsInCategory(one, other))) {
                    found.add(one);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Whether a party counts some of another side's whole, and gives no whole itself: 'only 19 of the 60'. A neutral source concedes nothing. */
    private boolean isPartOf(Statement part, Statement whole) {
        return part.claimant.side.isParty() && part.isPartOfAStatedWhole() && !whole.isPartOfAStatedWhole()
                && Range.exactly(part.part.outOf()).agreesWith(whole.range) && !part.range.agreesWith(whole.range)
                && part.claimant.side != whole.claimant.side && !givesTheWholeOf(part);
    }

    /** Whether a party's own side tells of the whole as well, or the parts that it gives are all of it. */
    private boolean givesTheWholeOf(Statement part) {
        return statements.stream().anyMatch(other -> other.claimant.side == part.claimant.side
                && !other.isPartOfAStatedWhole() && !other.namesAPart())
                || Parts.areAllOfTheirWhole(of(part.claimant));
    }

    private List<Statement> of(Claimant claimant) {
        return statements.stream().filter(statement -> statement.claimant == claimant).toList();
    }

    /** Whether the categories that a claimant gives come to another's whole: '13 citizens and 4 foreigners' beside 17. */
    private boolean addsUpTo(Claimant claimant, Statement whole) {
        List<Statement> own = of(claimant);
        return own.size() > 1 && own.stream().map(statement -> statement.range).reduce(Range::plus).orElseThrow()
                .agreesWith(whole.range);
    }

    /** Whether one counts a category or place only of what another counts, and fewer. */
    private static boolean countsSomeOf(Statement some, Statement all) {
        return isWithin(some, all) && !isWithin(all, some) && some.range.comparedHigh() < all.range.comparedLow();
    }

    /** Whether a party counts one category only of what others count, of which nobody else says the same. */
    private boolean isConcededOf(Statement some, Statement all) {
        return countsSomeOf(some, all) && some.claimant.side.isParty() && some.category() != null
                && !some.isPartOfAStatedWhole() && some.claimant.side != all.claimant.side && !givesTheWholeOf(some)
                && !addsUpTo(some.claimant, all)
                && Stream.concat(statements.stream(), parts.stream()).noneMatch(other -> other.claimant != some.claimant
                        && other.partName().equals(some.partName()) && other.range.agreesWith(some.range));
    }

    /**
     * Whether the two sides count one category each, and not the same: who gives several gives a breakdown. A paper that tells of
     * other people than another has told of a part.
     */
    private boolean differsInCategory(Statement one, Statement other) {
        return one.claimant.side.isParty() && other.claimant.side == one.claimant.side.other()
                && of(one.claimant).size() == 1 && of(other.claimant).size() == 1 && one.part.category() != null
                && other.part.category() != null && !one.isPartOfAStatedWhole() && !other.isPartOfAStatedWhole()
                && !one.part.category().equals(other.part.category());
    }
}
