package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every tally, whatever the reports are. */
class TallyPropertiesTest extends AnyReports {

    private static final int TRIES = 1000;

    private static Report recorded(Report r, Quantity quantity, long from, long to, boolean retracted) {
        return new Report(r.id(), r.claimant(), r.organ(), r.side(), r.stage(), r.basis(), quantity, r.days(),
                r.part(), r.scopes(), r.remains(), r.publishedAt(), from, to, retracted, r.source(), r.release(),
                r.telling(), r.disputed(), r.ordinal());
    }

    private static Report through(Report r, String id, String outlet, String root) {
        return changed(r, id, r.quantity(), new Source(outlet, root, r.source().ownWords()), r.release(), r.telling(),
                r.disputed());
    }

    private static Report part(Report r, String id, int number) {
        return changed(r, id, Quantity.exactly(number), r.source(), "split", "whole", false);
    }

    private static Question question(Policy policy) {
        return Question.on(LAST).policy(policy).with(Set.of("eid-decree"));
    }

    private static Tally tally(List<Report> reports, Policy policy) {
        return Count.tally(PROMISED, reports, question(policy));
    }

    /** All that a reader sees of a tally except which report and which outlet it stands in. */
    private static List<Object> figures(Tally tally) {
        List<Object> all = new ArrayList<>(List.of(shown(tally.released()), tally.remaining()));
        tally.stages().forEach(stage -> all.add(List.of(stage.stage(), shown(stage.figures()))));
        tally.scopes().forEach(scope -> all.add(List.of(scope.scope(), scope.included(), shown(scope.released()))));
        tally.claimants().forEach(line -> all.add(List.of(line.claimant(), line.names(), line.side(), line.total(),
                String.valueOf(line.floor()), line.approximate(), line.basis(), line.eventOn(), line.inForce(),
                line.carried(), String.valueOf(line.reason()))));
        // Outlets are the subjects where they differ.
        tally.conflicts().stream().filter(conflict -> conflict.type() != ConflictType.DATE
                && conflict.type() != ConflictType.REPORTED_DIFFERENTLY)
                .forEach(conflict -> all.add(List.of(conflict.type(), conflict.since(), conflict.figures())));
        return all;
    }

    private static List<Object> shown(Figures figures) {
        List<Object> all = new ArrayList<>(Arrays.asList(figures.low(), figures.best(), figures.high(), figures.open(),
                figures.approximate(), figures.oneSided(), figures.otherSide(), figures.reason()));
        for (Bound bound : Arrays.asList(figures.bounds().low(), figures.bounds().high())) {
            all.add(bound == null ? null : List.of(bound.claimant(), bound.eventOn(), bound.carried(), bound.open()));
        }
        return all;
    }

    @Property(tries = TRIES)
    void the_order_of_arrival_does_not_matter(@ForAll("reports") List<Report> reports, @ForAll Policy policy,
            @ForAll Random random) {
        List<Report> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        assertThat(tally(shuffled, policy)).isEqualTo(tally(reports, policy));
        assertThat(Count.explain(PROMISED, shuffled, question(policy)))
                .isEqualTo(Count.explain(PROMISED, reports, question(policy)));
        assertThat(Count.series(PROMISED, shuffled, question(policy), FIRST_DAY, Series.Pace.CHANGE))
                .isEqualTo(Count.series(PROMISED, reports, question(policy), FIRST_DAY, Series.Pace.CHANGE));
    }

    @Property(tries = TRIES)
    void a_repeat_through_another_outlet_changes_only_the_outlets(@ForAll("reports") List<Report> reports,
            @ForAll Policy policy, @ForAll Random random) {
        Report told = reports.get(random.nextInt(reports.size()));
        List<Report> repeated = new ArrayList<>(reports);
        repeated.add(through(told, "repeat", "Another Daily", told.source().root()));
        Tally before = tally(reports, policy);
        Tally after = tally(repeated, policy);
        assertThat(figures(after)).isEqualTo(figures(before));
        for (int i = 0; i < before.claimants().size(); i++) {
            assertThat(after.claimants().get(i).independentOutlets())
                    .isEqualTo(before.claimants().get(i).independentOutlets());
            assertThat(after.claimants().get(i).outlets()).containsAll(before.claimants().get(i).outlets());
        }
    }

    @Property(tries = TRIES)
    void low_is_at_most_best_and_best_at_most_high(@ForAll("reports") List<Report> reports, @ForAll Policy policy) {
        assertOrdered(tally(reports, policy));
        assertOrdered(Count.tally(new Promise(PROMISED.quantity(), PROMISED.category(), true, false), reports,
                question(policy)));
    }

    private static void assertOrdered(Tally tally) {
        List<Figures> all = new ArrayList<>(List.of(tally.released()));
        tally.stages().forEach(stage -> all.add(stage.figures()));
        tally.scopes().forEach(scope -> all.add(scope.released()));
        for (Figures figures : all) {
            ordered(figures.low(), figures.best(), figures.high());
            if (figures.low() == null || figures.best() == null || figures.high() == null) {
                assertThat(figures.reason()).as("%s", figures).isNotNull();
            }
        }
        Span toGo = tally.remaining().toGo();
        ordered(toGo.low(), toGo.best(), toGo.high());
        tally.claimants().forEach(line -> ordered(line.total().low(), line.total().best(), line.total().high()));
    }

    private static void ordered(Long low, Long best, Long high) {
        if (low != null && high != null) {
            assertThat(low).isLessThanOrEqualTo(high);
        }
        if (best != null) {
            assertThat(low == null || low <= best).isTrue();
            assertThat(high == null || best <= high).isTrue();
        }
    }

    @Property(tries = TRIES)
    void an_answer_from_before_a_revision_stays_as_it_was(@ForAll("reports") List<Report> reports,
            @ForAll Policy policy,
            @ForAll Random random) {
        List<Report> revised = new ArrayList<>(reports);
        int at = random.nextInt(reports.size());
        Report old = revised.remove(at);
        revised.add(recorded(old, old.quantity(), 10, 50, false));
        revised.add(recorded(old, Quantity.exactly(777), 50, Long.MAX_VALUE, false));
        assertThat(Count.tally(PROMISED, revised, question(policy).asOf(49)))
                .isEqualTo(Count.tally(PROMISED, reports, question(policy).asOf(49)));
        List<Report> anew = new ArrayList<>(reports);
        anew.set(at, recorded(old, Quantity.exactly(777), 10, Long.MAX_VALUE, false));
        assertThat(figures(Count.tally(PROMISED, revised, question(policy).asOf(50).policy(Policy.CONSENSUS))))
                .isEqualTo(figures(Count.tally(PROMISED, anew, question(policy).asOf(50).policy(Policy.CONSENSUS))));
    }

    @Property(tries = TRIES)
    void a_retracted_report_leaves_no_trace(@ForAll("reports") List<Report> reports, @ForAll Policy policy,
            @ForAll Random random) {
        List<Report> without = new ArrayList<>(reports);
        Report old = without.remove(random.nextInt(reports.size()));
        List<Report> retracted = new ArrayList<>(without);
        retracted.add(recorded(old, old.quantity(), 10, 50, false));
        retracted.add(recorded(old, old.quantity(), 50, Long.MAX_VALUE, true));
        assertThat(Count.tally(PROMISED, retracted, question(policy).asOf(60)))
                .isEqualTo(Count.tally(PROMISED, without, question(policy).asOf(60)));
        assertThat(Count.tally(PROMISED, retracted, question(policy).asOf(49)))
                .isEqualTo(Count.tally(PROMISED, reports, question(policy).asOf(49)));
    }

    @Property(tries = TRIES)
    void splitting_a_batch_into_a_grouped_two_changes_nothing(@ForAll("reports") List<Report> reports,
            @ForAll Policy policy, @ForAll Random random) {
        Report whole = withId(ReportBuilder.said("Red Cross", SourceKind.MONITOR).batch(2 + random.nextInt(200))
                .recorded(10, Long.MAX_VALUE)
                .on(LocalDate.ofEpochDay(FIRST_DAY + random.nextInt(60)).toString()), "whole");
        int first = 1 + random.nextInt(whole.quantity().min() - 1);
        List<Report> told = new ArrayList<>(reports);
        told.add(whole);
        List<Report> split = new ArrayList<>(reports);
        split.add(part(whole, "part-1", first));
        split.add(part(whole, "part-2", whole.quantity().min() - first));
        // The same people told of a second time, ungrouped, would be folded into the whole but not into its parts.
        boolean toldTwice = reports.stream().anyMatch(r -> r.claimant().equals("Red Cross")
                && r.basis() == Basis.BATCH && r.days().first() == whole.days().first());
        if (!toldTwice) {
            assertThat(figures(tally(split, policy))).isEqualTo(figures(tally(told, policy)));
        }
    }

    @Property(tries = TRIES)
    void the_series_says_at_each_date_what_a_tally_says(@ForAll("reports") List<Report> reports,
            @ForAll Policy policy) {
        Series series = Count.series(PROMISED, reports, question(policy), FIRST_DAY - 1, Series.Pace.DAY);
        for (Series.Point point : series.points()) {
            Question then = question(policy).at(point.day());
            Figures released = Count.tally(PROMISED, reports, then).released();
            assertThat(point.released()).as("on %s", LocalDate.ofEpochDay(point.day()))
                    .extracting(Figures::low, Figures::best, Figures::high)
                    .containsExactly(released.low(), released.best(), released.high());
        }
    }

    @Property(tries = TRIES)
    void the_steps_of_a_comparison_lead_from_the_one_answer_to_the_other(@ForAll("reports") List<Report> a,
            @ForAll("reports") List<Report> b, @ForAll Policy policy, @ForAll Policy other,
            @ForAll @IntRange(min = 0, max = 70) int on) {
        Question first = question(policy).at(FIRST_DAY + on);
        Comparison found = Comparison.of(new Comparison.Side(PROMISED, a, first),
                new Comparison.Side(Promise.of(Quantity.exactly(900)), b, question(other)));
        assertThat(span(found.a())).isEqualTo(span(Count.tally(PROMISED, a, first).released()));
        assertThat(span(found.b()))
                .isEqualTo(span(Count.tally(Promise.of(Quantity.exactly(900)), b, question(other)).released()));
        Span reached = span(found.a());
        for (Comparison.ReportStep step : found.reports()) {
            assertThat(step.figures().before()).isEqualTo(reached);
            reached = step.figures().after();
        }
        assertThat(found.question().before()).isEqualTo(reached);
        assertThat(found.question().after()).isEqualTo(span(found.b()));
    }

    private static Span span(Figures figures) {
        return new Span(figures.low(), figures.best(), figures.high());
    }

    @Property(tries = TRIES)
    void a_dispute_takes_away_a_vote_or_a_proof_and_never_a_claim(@ForAll("reports") List<Report> reports,
            @ForAll Random random) {
        List<Report> undisputed = reports.stream().map(r -> disputed(r, false)).toList();
        List<Report> marked = new ArrayList<>(undisputed);
        int at = random.nextInt(reports.size());
        marked.set(at, disputed(undisputed.get(at), true));
        Tally before = tally(undisputed, Policy.CONSENSUS);
        Tally after = tally(marked, Policy.CONSENSUS);
        assertThat(after.claimants()).extracting(ClaimantLine::claimant)
                .isEqualTo(before.claimants().stream().map(ClaimantLine::claimant).toList());
        assertThat(contradictions(after)).isEqualTo(contradictions(before));
    }

    private static List<Sentence> contradictions(Tally tally) {
        return tally.conflicts().stream().filter(conflict -> conflict.text().key().equals("contradiction"))
                .map(Conflict::text).toList();
    }

    private static Report disputed(Report r, boolean disputed) {
        return changed(r, r.id(), r.quantity(), r.source(), r.release(), r.telling(), disputed);
    }

    @Property(tries = TRIES)
    void a_period_has_its_ends_in_order(@ForAll("reports") List<Report> reports, @ForAll Policy policy,
            @ForAll @IntRange(min = 0, max = 70) int from) {
        Tally tally = tally(reports, policy);
        Figures period = Count.period(PROMISED, reports, question(policy), tally.released(), FIRST_DAY + from);
        ordered(period.low(), period.best(), period.high());
        if (period.low() == null || period.best() == null || period.high() == null) {
            assertThat(period.reason()).isNotNull();
        }
    }
}
