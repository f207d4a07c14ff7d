package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * PLAN_VS_DONE: a closed number announced for a day that has passed, of which fewer are reported as done. Decrees and offers
 * have no such day: they are open plans until as many have been released.
 */
final class Plans {

    private final ScopeCount scope;
    private final Answer answer;
    private final Findings findings;
    /** Plans of one day have the same answers. */
    private final Map<Integer, Optional<Done>> done = new HashMap<>();
    private final Map<Integer, List<Statement>> suspended = new HashMap<>();
    /** How things stood at the last days of plans. */
    private final Map<Integer, Plans> inTime = new HashMap<>();
    private NavigableMap<Integer, Statement> highestUntil;
    private NavigableMap<Integer, Statement> highestFrom;
    private Integer lastOpenRelease;

    /** How many were freed at most, and the statements that say so. */
    private record Done(Range range, List<Statement> behind) {
    }

    private static final Done NOTHING = new Done(Range.exactly(0), List.of());

    private Plans(ScopeCount scope, Answer answer, Findings findings) {
        this.scope = scope;
        this.answer = answer;
        this.findings = findings;
    }

    static void find(ScopeCount scope, Answer answer, Findings findings) {
        Plans plans = new Plans(scope, answer, findings);
        for (Stage stage : List.of(Stage.OFFERED, Stage.LISTED, Stage.ANNOUNCED)) {
            Map<SamePlan, Long> published = new HashMap<>();
            for (Statement plan : scope.of(stage)) {
                if (plan.counts(answer.day())) {
                    published.merge(SamePlan.of(plan), plan.published, Math::max);
                }
            }
            for (Statement plan : scope.of(stage)) {
                if (plan.counts(answer.day()) && plan.range.high() > 0
                        && plan.published == published.get(SamePlan.of(plan))) {
                    plans.look(plan);
                }
            }
        }
        findings.plans.sort(Comparator.comparing(OpenPlan::eventOn).thenComparing(plan -> plan.reports().toString()));
    }

    /** What the same claimant announces for the same days: the last published number stands. */
    private record SamePlan(Claimant claimant, Stage stage, Basis basis, Days days) {

        static SamePlan of(Statement plan) {
            return new SamePlan(plan.claimant, plan.stage, plan.basis, plan.days);
        }
    }

    private void look(Statement plan) {
        boolean passed = plan.days.last() < answer.day();
        Done done = done(plan.isTotal() ? Integer.MIN_VALUE : plan.start());
        boolean due = plan.stage == Stage.ANNOUNCED && passed && plan.range.closed() && isForADay(plan);
        if (isCovered(done, plan)) {
            if (due && !plan.isTotal()) {
                late(plan);
            }
            return;
        }
        List<Statement> suspended = due ? suspendedSince(plan.start()) : List.of();
        if (due && (done != null || !suspended.isEmpty())) {
            notDone(plan, done == null ? NOTHING : done, suspended);
        } else {
            open(plan);
        }
    }

    /** Announced ahead, or for a day on which something was done: what is dated with the day of a decree has no day. */
    private boolean isForADay(Statement plan) {
        long published = Math.floorDiv(plan.published, 86_400_000L);
        return plan.isTotal() || plan.days.last() > published || answer.batches().releases().stream()
                .anyMatch(release -> release.since <= plan.days.last() && release.last >= plan.start());
    }

    private Plans inTime(int day) {
        return inTime.computeIfAbsent(day, last -> new Plans(scope, scope.released().at(last, 0), findings));
    }

    private static boolean isCovered(Done done, Statement plan) {
        return done != null && done.range.comparedHigh() >= plan.range.comparedLow();
    }

    /** Done in the end, but not on the day: a plan that was suspended for its day stays one that was not kept. */
    private void late(Statement plan) {
        List<Statement> suspended = suspendedSince(plan.start()).stream()
                .filter(statement -> statement.days.first() <= plan.days.last()).toList();
        if (suspended.isEmpty()) {
            return;
        }
        Done inTime = inTime(plan.days.last()).done(plan.start());
        if (!isCovered(inTime, plan)) {
            report(plan, "plan.late", inTime == null ? NOTHING : inTime, suspended);
        }
    }

    private void notDone(Statement plan, Done known, List<Statement> suspended) {
        report(plan, "plan" + (plan.isTotal() ? ".total" : "") + (known.range.high() == 0 ? ".none" : ""), known,
                suspended);
    }

    private void report(Statement plan, String key, Done known, List<Statement> suspended) {
        Range done = known.range;
        TreeSet<String> by = new TreeSet<>();
        suspended.forEach(statement -> by.add(statement.claimant.label()));
        Sentence text = Sentence.of(Told.key(key, plan.remains), "claimant", plan.claimant.label(), "days", plan.days,
                "figure",
                Told.figure(plan), "count", Told.count(plan),
                "done", done.high(), "on", Days.on(answer.day()));
        if (!suspended.isEmpty()) {
            text = Sentence.of("plan.suspended", "plan", text, "claimants",
                    by.stream().limit(Conflict.SPOKEN).toList());
        }
        List<Statement> others = new ArrayList<>(suspended);
        others.addAll(known.behind);
        findings.add(ConflictType.PLAN_VS_DONE, plan.days.last(),
                List.of(Figure.of("announced", plan.range), Figure.of("done", done)), text, List.of(plan), others,
                false);
    }

    private void open(Statement plan) {
        findings.plans.add(new OpenPlan(plan.claimant.label(), findings.scope(), plan.stage, plan.quantity,
                LocalDate.ofEpochDay(plan.days.last()),
                Sentence.of("open." + plan.stage.name().toLowerCase(Locale.ROOT), "claimant",
                        plan.claimant.label(), "days", plan.days, "figure", Told.figure(plan), "count",
                        Told.count(plan)),
                Statement.ids(List.of(plan))));
    }

    private List<Statement> suspendedSince(int day) {
        return suspended.computeIfAbsent(day, this::findSuspended);
    }

    private List<Statement> findSuspended(int day) {
        return scope.of(Stage.SUSPENDED).stream()
                .filter(statement -> statement.days.last() >= day && statement.days.first() <= answer.day()
                        && !statement.withdrawn(answer.day()))
                .sorted(Statement.IN_TEXT).toList();
    }

    private Done done(int day) {
        return done.computeIfAbsent(day, from -> Optional.ofNullable(from == Integer.MIN_VALUE ? inAll() : since(from)))
                .orElse(null);
    }

    /** How many were freed at most, by whichever report says the most; null where nobody has said anything. */
    private Done inAll() {
        Batches.Sum batches = answer.batches().all();
        long most = answer.batches().isEmpty() ? -1 : batches.range().high();
        Statement highest = null;
        for (Statement total : totals()) {
            if (total.range.high() >= most) {
                most = total.range.high();
                highest = total;
            }
        }
        return most < 0
                ? null
                : new Done(new Range(0, most, false, highest != null && highest.range.openHigh(), false),
                        highest == null ? batches.statements() : List.of(highest));
    }

    /** The same since a day: batches, and the rise from the last totals before it to the highest after. */
    private Done since(int day) {
        Batches.Sum batches = answer.batches().since(day - 1);
        Map.Entry<Integer, Statement> highestBefore = highestUntil().lowerEntry(day);
        Map.Entry<Integer, Statement> highestAfter = highestFrom().ceilingEntry(day);
        Statement before = highestBefore == null ? null : highestBefore.getValue();
        Statement after = highestAfter == null ? null : highestAfter.getValue();
        if (after == null && batches.isEmpty()) {
            return null;
        }
        long from = before == null ? 0 : Math.max(0, before.range.low());
        long rise = after == null ? 0 : Math.max(0, after.range.high() - from);
        boolean openRise = after != null && after.range.openHigh() && after.range.high() > from;
        boolean openBatch = lastOpenRelease() >= day;
        List<Statement> behind = new ArrayList<>();
        if (rise > batches.range().high() || batches.isEmpty()) {
            Stream.of(before, after).filter(Objects::nonNull).forEach(behind::add);
        } else {
            behind.addAll(batches.statements());
        }
        return new Done(new Range(0, Math.max(rise, batches.range().high()), false, openRise || openBatch, false),
                behind);
    }

    /** For each last day, the total with the highest number by then, as its claimant votes. */
    private NavigableMap<Integer, Statement> highestUntil() {
        if (highestUntil == null) {
            highestUntil = new TreeMap<>();
            List<Statement> byDate = new ArrayList<>(readings());
            byDate.sort(Comparator.comparingInt((Statement total) -> total.days.last())
                    .thenComparingInt(total -> total.claimant.rank));
            Statement most = null;
            for (Statement total : byDate) {
                if (most == null || total.range.low() > most.range.low()) {
                    most = total;
                }
                highestUntil.put(total.days.last(), most);
            }
        }
        return highestUntil;
    }

    /** For each last day, the total with the highest number of those for that day or later. */
    private NavigableMap<Integer, Statement> highestFrom() {
        if (highestFrom == null) {
            highestFrom = new TreeMap<>();
            List<Statement> newestFirst = new ArrayList<>(totals());
            newestFirst.sort(Comparator.comparingInt((Statement total) -> -total.days.last())
                    .thenComparingInt(total -> -total.claimant.rank));
            Statement most = null;
            for (Statement total : newestFirst) {
                if (most == null || total.range.high() > most.range.high()) {
                    most = total;
                }
                highestFrom.put(total.days.last(), most);
            }
        }
        return highestFrom;
    }

    /** The first day of the last release of which somebody says that there were more. */
    private int lastOpenRelease() {
        if (lastOpenRelease == null) {
            lastOpenRelease = answer.batches().releases().stream().filter(release -> release.worth.openHigh())
                    .mapToInt(release -> release.since).max().orElse(Integer.MIN_VALUE);
        }
        return lastOpenRelease;
    }

    /** Of the totals that an outlet tells otherwise, the one of each date with which its claimant votes. */
    private List<Statement> readings() {
        List<Statement> readings = new ArrayList<>();
        for (Claims claims : answer.claims()) {
            Map<Days, Statement> nearest = new LinkedHashMap<>();
            claims.totals.stream().filter(total -> total.counts(answer.day()))
                    .forEach(total -> nearest.merge(total.days, total,
                            (one, other) -> Statement.NEAREST_TO_OWN_WORDS.compare(one, other) <= 0 ? one : other));
            readings.addAll(nearest.values());
        }
        return readings;
    }

    /** All running totals that count. */
    private List<Statement> totals() {
        return answer.claims().stream().flatMap(claims -> claims.totals.stream())
                .filter(total -> total.counts(answer.day())).toList();
    }
}
