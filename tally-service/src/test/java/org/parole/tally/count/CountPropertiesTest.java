package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of every tally, whatever the reports are. */
class CountPropertiesTest {

    private static final int FIRST_DAY = (int) LocalDate.parse("2020-03-01").toEpochDay();
    private static final Quantity PROMISED = Quantity.exactly(5000);
    private static final Question NOW = Question.on(LocalDate.parse("2020-12-31"));

    @Provide
    Arbitrary<List<Report>> reports() {
        Arbitrary<Quantity> quantities = Combinators.combine(Arbitraries.of(QuantityComparator.values()),
                Arbitraries.integers().between(0, 2000), Arbitraries.integers().between(0, 300))
                .as(CountPropertiesTest::quantity);
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 90);
        return Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(Stage.values()),
                Arbitraries.of(Basis.BATCH, Basis.CUMULATIVE, Basis.REMAINING), quantities, days,
                Arbitraries.integers().between(0, 3), Arbitraries.of("Reuters", "AFP", "Ariana"),
                Arbitraries.of(true, false)).as(CountPropertiesTest::report).list().ofMaxSize(12)
                .map(CountPropertiesTest::numbered);
    }

    private static Quantity quantity(QuantityComparator comparator, int number, int more) {
        return switch (comparator) {
            case EXACTLY -> Quantity.exactly(number);
            case ABOUT -> Quantity.about(number);
            case AT_LEAST -> Quantity.atLeast(number);
            case OVER -> Quantity.over(number);
            case UP_TO -> Quantity.upTo(number);
            case BETWEEN -> Quantity.between(number, number + more);
            case SOME -> Quantity.some("dozens");
        };
    }

    private static Report report(int claimant, Stage stage, Basis basis, Quantity quantity, int day, int delay,
            String outlet, boolean ownWords) {
        int event = FIRST_DAY + day;
        return new Report("?", "claimant " + claimant, claimant < 2 ? "council" : null,
                SourceKind.values()[claimant % SourceKind.values().length], stage, basis, quantity, null, event, event,
                event,
                null, null, (event + delay) * 86_400_000L, 0, Long.MAX_VALUE, false, outlet, outlet, ownWords, null,
                null);
    }

    private static List<Report> numbered(List<Report> reports) {
        List<Report> numbered = new ArrayList<>();
        for (Report r : reports) {
            numbered.add(copy(r, String.format("r%02d", numbered.size()), r.quantity(), r.outlet(), r.recordedFrom(),
                    r.recordedTo(), r.retracted(), r.release(), r.telling()));
        }
        return numbered;
    }

    private static Report copy(Report r, String id, Quantity quantity, String outlet, long from, long to,
            boolean retracted,
            String release, String telling) {
        return new Report(id, r.claimant(), r.organ(), r.side(), r.stage(), r.basis(), quantity, r.outOf(), r.since(),
                r.firstDay(), r.lastDay(), r.category(), r.scope(), r.publishedAt(), from, to, retracted, outlet,
                r.root(),
                r.ownWords(), release, telling);
    }

    private static Tally tally(List<Report> reports, Question question) {
        return Count.tally(PROMISED, reports, question);
    }

    @Property(tries = 1000)
    void the_order_of_arrival_does_not_matter(@ForAll("reports") List<Report> reports, @ForAll long seed,
            @ForAll Policy policy) {
        List<Report> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(tally(shuffled, NOW.policy(policy))).isEqualTo(tally(reports, NOW.policy(policy)));
    }

    @Property(tries = 1000)
    void low_is_at_most_best_and_best_at_most_high(@ForAll("reports") List<Report> reports, @ForAll Policy policy) {
        Tally tally = tally(reports, NOW.policy(policy));
        List<Figures> all = new ArrayList<>(List.of(tally.released()));
        tally.stages().forEach(stage -> all.add(stage.figures()));
        assertThat(all).allSatisfy(figures -> {
            if (figures.low() != null && figures.best() != null) {
                assertThat(figures.low()).isLessThanOrEqualTo(figures.best());
            }
            if (figures.best() != null && figures.high() != null) {
                assertThat(figures.best()).isLessThanOrEqualTo(figures.high());
            }
            if (figures.low() != null && figures.high() != null) {
                assertThat(figures.low()).isLessThanOrEqualTo(figures.high());
            }
            if (figures.low() == null && figures.best() == null) {
                assertThat(figures.reason()).isNotBlank();
            }
        });
    }

    @Property(tries = 1000)
    void a_repeat_through_another_outlet_changes_the_outlets_only(@ForAll("reports") List<Report> reports,
            @ForAll Policy policy) {
        if (reports.isEmpty()) {
            return;
        }
        Report first = reports.get(0);
        List<Report> more = new ArrayList<>(reports);
        more.add(copy(first, "zz", first.quantity(), "Another outlet", first.recordedFrom(), first.recordedTo(), false,
                null,
                null));
        Tally before = tally(reports, NOW.policy(policy));
        Tally after = tally(more, NOW.policy(policy));
        assertThat(after.released()).isEqualTo(before.released());
        assertThat(after.stages()).isEqualTo(before.stages());
        assertThat(after.remaining()).isEqualTo(before.remaining());
        assertThat(after.conflicts()).extracting(Conflict::type)
                .isEqualTo(before.conflicts().stream().map(Conflict::type)
                        .toList());
        assertThat(after.claimants()).extracting(ClaimantLine::total)
                .isEqualTo(before.claimants().stream().map(ClaimantLine::total).toList());
    }

    @Property(tries = 1000)
    void a_record_time_before_a_revision_knows_nothing_of_it(@ForAll("reports") List<Report> reports,
            @ForAll Policy policy) {
        if (reports.isEmpty()) {
            return;
        }
        Report first = reports.get(0);
        List<Report> revised = new ArrayList<>(reports.subList(1, reports.size()));
        revised.add(copy(first, first.id(), first.quantity(), first.outlet(), 0, 100, false, null, null));
        revised.add(copy(first, first.id(), Quantity.exactly(4321), first.outlet(), 100, Long.MAX_VALUE, false, null,
                null));
        Question before = NOW.policy(policy).asOf(99);
        assertThat(tally(revised, before)).isEqualTo(tally(reports, before));
    }

    @Property(tries = 1000)
    void a_retracted_report_leaves_no_trace(@ForAll("reports") List<Report> reports, @ForAll Policy policy) {
        if (reports.isEmpty()) {
            return;
        }
        Report first = reports.get(0);
        List<Report> others = reports.subList(1, reports.size());
        List<Report> retracted = new ArrayList<>(others);
        retracted.add(copy(first, first.id(), first.quantity(), first.outlet(), 0, 100, false, null, null));
        retracted.add(copy(first, first.id(), first.quantity(), first.outlet(), 100, Long.MAX_VALUE, true, null, null));
        assertThat(tally(retracted, NOW.policy(policy))).isEqualTo(tally(others, NOW.policy(policy)));
    }

    @Property(tries = 1000)
    void a_batch_told_in_two_parts_of_one_release_is_the_same_batch(@ForAll("reports") List<Report> reports,
            @ForAll Policy policy) {
        int number = reports.size() * 10 + 40;
        Report whole = copy(report(5, Stage.REPORTED, Basis.BATCH, Quantity.exactly(number), 120, 0, "AFP", false),
                "x1",
                Quantity.exactly(number), "AFP", 0, Long.MAX_VALUE, false, null, null);
        List<Report> one = new ArrayList<>(reports);
        one.add(whole);
        List<Report> two = new ArrayList<>(reports);
        two.add(copy(whole, "x1", Quantity.exactly(number - 15), "AFP", 0, Long.MAX_VALUE, false, "release",
                "telling"));
        two.add(copy(whole, "x2", Quantity.exactly(15), "AFP", 0, Long.MAX_VALUE, false, "release", "telling"));
        assertThat(tally(two, NOW.policy(policy)).released()).isEqualTo(tally(one, NOW.policy(policy)).released());
    }
}
