package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** One figure given by one claimant, however many outlets carry it. */
final class Statement {

    /** By claimant, then by figure: the order in which a finding lists them. */
    static final Comparator<Statement> IN_TEXT = Comparator.comparingInt((Statement s) -> s.claimant.rank)
            .thenComparingLong(s -> s.range == null ? -1 : s.range.low())
            .thenComparingLong(s -> s.range == null ? -1 : s.range.high()).thenComparing(s -> s.stage)
            .thenComparing(Statement::id);
    /** In the order of their dates. */
    static final Comparator<Statement> BY_DATE = Comparator.comparing((Statement s) -> s.days).thenComparing(IN_TEXT);
    /** Undisputed first, then the claimant's own words, then the later published, then the lower. */
    static final Comparator<Statement> NEAREST_TO_OWN_WORDS = Comparator.comparing((Statement s) -> s.disputed)
            .thenComparing(s -> !s.ownWords).thenComparing(s -> s.published, Comparator.reverseOrder())
            .thenComparingLong(s -> s.range.low()).thenComparingLong(s -> s.range.high())
            .thenComparing(Statement::id);

    final Claimant claimant;
    final Stage stage;
    final Basis basis;
    final Days days;
    final Quantity quantity;
    /** What the number is worth in people released, or null where it cannot be used. */
    final Range range;
    /** How many are said to be still to go of a whole that nobody has named, so that it is worth no number released, or null. */
    final Range toGo;
    /** What makes it a part, with category and place as they are compared. */
    final Part part;
    final Set<String> scopes;
    final boolean remains;
    final String release;
    final String telling;
    final List<Report> reports = new ArrayList<>(1);
    /** When it was first published and recorded. */
    long published = Long.MAX_VALUE;
    long recorded = Long.MAX_VALUE;
    boolean ownWords;
    /** Every report that carries it is in dispute. */
    boolean disputed = true;
    /** The day from which a denial puts it in doubt, takes it out of the sums, or its own claimant withdraws it. */
    int doubtedFrom = Integer.MAX_VALUE;
    int removedFrom = Integer.MAX_VALUE;
    int withdrawnFrom = Integer.MAX_VALUE;
    private final Set<String> outletKeys = new HashSet<>(2);
    private String id;

    Statement(Claimant claimant, Report report, Part part, Promise promise) {
        this.claimant = claimant;
        this.part = part;
        stage = report.stage();
        basis = report.basis();
        days = report.days();
        quantity = report.quantity();
        scopes = report.scopes();
        remains = promise.isOfRemains(report);
        release = report.release();
        telling = report.telling();
        Range number = quantity == null ? null : quantity.range();
        range = basis == Basis.REMAINING ? rest(number, part.outOf(), promise.quantity()) : number;
        boolean ofAWhole = part.outOf() != null || promise.quantity() != null;
        toGo = basis == Basis.REMAINING && !ofAWhole ? number : null;
    }

    private Statement(List<Statement> parts, Quantity sum) {
        Statement any = parts.get(0);
        claimant = any.claimant;
        part = any.part;
        stage = any.stage;
        basis = any.basis;
        days = any.days;
        quantity = sum;
        range = sum.range();
        toGo = null;
        scopes = any.scopes;
        remains = any.remains;
        release = any.release;
        telling = any.telling;
        ownWords = parts.stream().allMatch(each -> each.ownWords);
        // One part in doubt puts the sum in doubt.
        disputed = parts.stream().anyMatch(each -> each.disputed);
        for (Statement each : parts) {
            reports.addAll(each.reports);
            outletKeys.addAll(each.outletKeys);
            published = Math.min(published, each.published);
            recorded = Math.min(recorded, each.recorded);
        }
    }

    /** What is released when some remain: null where more remain than there ever were, or where nobody knows of how many. */
    private static Range rest(Range remaining, Integer outOf, Quantity promised) {
        Range whole = outOf != null ? Range.exactly(outOf) : promised == null ? null : promised.range();
        if (remaining == null || whole == null || whole.high() < remaining.low()) {
            return null;
        }
        return new Range(Math.max(0, whole.low() - remaining.high()), whole.high() - remaining.low(),
                remaining.openHigh() || whole.openLow(), whole.openHigh(),
                remaining.approximate() || whole.approximate());
    }

    /** The parts of one telling of a release, by one claimant and for the same days, are one number: their sum. */
    static Statement sumOf(List<Statement> parts) {
        if (parts.size() == 1 && parts.get(0).times() == 1 || parts.stream().anyMatch(each -> each.range == null)) {
            return parts.get(0);
        }
        Range sum = Range.exactly(0);
        Set<String> wordings = new TreeSet<>();
        for (Statement each : parts) {
            for (int i = each.times(); i > 0; i--) {
                sum = sum.plus(each.range);
            }
            if (each.quantity.wording() != null) {
                wordings.add(each.quantity.wording());
            }
        }
        return new Statement(parts, quantity(sum, wordings.isEmpty() ? null : String.join(", ", wordings)));
    }

    private static Quantity quantity(Range sum, String wording) {
        QuantityComparator comparator = sum.openHigh()
                ? QuantityComparator.AT_LEAST
                : sum.low() < sum.high()
                        ? QuantityComparator.BETWEEN
                        : sum.approximate() ? QuantityComparator.ABOUT : QuantityComparator.EXACTLY;
        return new Quantity(comparator, Math.toIntExact(sum.low()),
                sum.openHigh() ? null : Integer.valueOf(Math.toIntExact(sum.high())), wording);
    }

    /** An outlet that gives the same figure twice tells of two parts; two outlets that give it once tell of the same one. */
    private int times() {
        Map<String, Integer> byOutlet = new HashMap<>();
        int most = 0;
        for (Report report : reports) {
            String outlet = report.source().outlet();
            most = Math.max(most, byOutlet.merge(outlet == null ? "" : outlet, 1, Integer::sum));
        }
        return most;
    }

    /** @param outlet the report's outlet as names are compared, or null */
    void carriedBy(Report report, String outlet) {
        reports.add(report);
        if (outlet != null) {
            outletKeys.add(outlet);
        }
        published = Math.min(published, report.publishedAt());
        recorded = Math.min(recorded, report.recordedFrom());
        ownWords |= report.source().ownWords();
        disputed &= report.disputed();
    }

    /** Who tells of it, as names are compared: the outlets, or the claimant where none is named. */
    Set<String> tellers() {
        return outletKeys.isEmpty() ? Set.of(claimant.key) : outletKeys;
    }

    /** The outlets that carry it, as names are compared. */
    Set<String> outletKeys() {
        return outletKeys;
    }

    /** Whether it gives so far, or still to go, rather than one time's number. */
    boolean isTotal() {
        return basis.isRunningTotal();
    }

    /** Whether its own words make it a count of some of a stated whole. */
    boolean isPartOfAStatedWhole() {
        return part.outOf() != null && basis != Basis.REMAINING && range != null && range.high() < part.outOf();
    }

    /** Whether it counts one category or place only, as far as it says. */
    boolean namesAPart() {
        return part.category() != null || part.place() != null;
    }

    /** The category and place that it counts, as they are compared. */
    Part partName() {
        return new Part(null, part.category(), part.place(), false);
    }

    boolean withdrawn(int day) {
        return withdrawnFrom <= day;
    }

    /** Whether it has a number that is counted at a day. */
    boolean counts(int day) {
        return range != null && days.first() <= day && withdrawnFrom > day && removedFrom > day;
    }

    /** Whether nobody has put it in doubt: what is disputed is shown and spans, but proves nothing and does not vote. */
    boolean proves(int day) {
        return !disputed && doubtedFrom > day;
    }

    /** The first day that the number is about. */
    int start() {
        return basis == Basis.BATCH || basis == Basis.REARRESTED ? days.since() : days.first();
    }

    /** The first of its reports' ids; asked for only once all its reports are known. */
    String id() {
        if (id == null) {
            id = reports.stream().map(Report::id).min(Comparator.naturalOrder()).orElseThrow();
        }
        return id;
    }

    /** The category as the report spells it that comes first in the alphabet, or null. */
    String category() {
        return reports.stream().map(report -> report.part().category()).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null);
    }

    /** The place as the report spells it that comes first in the alphabet, or null. */
    String place() {
        return reports.stream().map(report -> report.part().place()).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null);
    }

    /** The outlets that carry it, in the order of the alphabet. */
    Set<String> outlets() {
        Set<String> outlets = new TreeSet<>();
        reports.forEach(report -> {
            if (report.source().outlet() != null) {
                outlets.add(report.source().outlet());
            }
        });
        return outlets;
    }

    /** From the lowest to the highest of their figures, which are not none. */
    static Range spanOf(List<Statement> statements) {
        return statements.size() == 1
                ? statements.get(0).range
                : Release.spanOf(statements.stream().map(statement -> statement.range).toList());
    }

    /** How many reports they are of, together. */
    static int reportCount(Collection<Statement> statements) {
        int count = 0;
        for (Statement statement : statements) {
            count += statement.reports.size();
        }
        return count;
    }

    /** The ids of all their reports, each once. */
    static List<String> ids(Collection<Statement> statements) {
        return ids(statements, Integer.MAX_VALUE);
    }

    /** Of the ids of all their reports as many as are wanted, those that come first in the alphabet. */
    static List<String> ids(Collection<Statement> statements, int most) {
        TreeSet<String> ids = new TreeSet<>();
        for (Statement statement : statements) {
            for (Report report : statement.reports) {
                if (ids.size() < most) {
                    ids.add(report.id());
                } else if (report.id().compareTo(ids.last()) < 0 && ids.add(report.id())) {
                    ids.pollLast();
                }
            }
        }
        return List.copyOf(ids);
    }
}
