package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the rules of 2026 promise of every tally: nobody's word is lost, and a part, an outlet or a name changes no whole. */
class RulePropertiesTest extends AnyReports {

    private static final int TRIES = 1000;
    private static final int A_YEAR = 365;

    private static Question question(Policy policy) {
        return Question.on(LAST).policy(policy);
    }

    private static Tally tally(List<Report> reports, Question question) {
        return Count.tally(PROMISED, reports, question);
    }

    private static List<Report> with(List<Report> reports, Report... others) {
        List<Report> all = new ArrayList<>(reports);
        all.addAll(List.of(others));
        return all;
    }

    private static String someDay(Random random) {
        return LocalDate.ofEpochDay(FIRST_DAY + random.nextInt(60)).toString();
    }

    private static ReportBuilder heard(String claimant, SourceKind side) {
        return ReportBuilder.said(claimant, side).recorded(10, Long.MAX_VALUE);
    }

    private static List<Object> figures(Figures figures) {
        return Arrays.asList(figures.low(), figures.best(), figures.high(), figures.open(), figures.oneSided());
    }

    @Property(tries = TRIES)
    void a_claim_by_one_side_never_narrows_the_span_of_the_others_standing_claims(
            @ForAll("reports") List<Report> reports,
            @ForAll Random random) {
        List<Report> ofSouth = reports.stream().filter(report -> report.basis() != Basis.BATCH
                || report.side() != SourceKind.MEDIA && report.side() != SourceKind.MONITOR).toList();
        ReportBuilder north = heard("A northern minister", SourceKind.RELEASING_PARTY).id("minister");
        int number = random.nextInt(300);
        Report claim = (random.nextBoolean() ? north.total(number) : north.batch(number)).on(someDay(random));
        Question carried = question(Policy.CONSENSUS).carry(A_YEAR);
        Tally before = tally(ofSouth, carried);
        Tally after = tally(with(ofSouth, claim), carried);
        for (ClaimantLine line : before.claimants()) {
            boolean stands = line.inForce() || line.carried();
            if (line.side() == SourceKind.RECEIVING_PARTY && line.scope() == null && stands && line.floor() == null) {
                if (after.released().low() == null) {
                    // Where all was in doubt, nobody knows of any lower end; the claim has not taken it away.
                    assertThat(line.disputed()).as("in doubt beside %s", claim).isTrue();
                    assertThat(before.released().low()).as("low before %s", claim).isNull();
                } else {
                    assertThat(after.released().low()).as("low with %s", claim)
                            .isLessThanOrEqualTo(line.total().low());
                }
                assertThat(after.released().high()).as("high with %s", claim)
                        .isGreaterThanOrEqualTo(line.total().high());
            }
        }
    }

    @Property(tries = TRIES)
    void a_part_never_changes_the_whole(@ForAll("reports") List<Report> reports, @ForAll Policy policy,
            @ForAll Random random) {
        SourceKind side = SourceKind.values()[random.nextInt(SourceKind.values().length)];
        int whole = 2 + random.nextInt(200);
        String day = someDay(random);
        List<Report> told = with(reports, heard("Somebody", side).id("whole").total(whole).on(day));
        Report part = heard("Somebody", side).id("part").total(1 + random.nextInt(whole - 1)).outOf(whole)
                .category("left-handed").on(day);
        Report later = heard("Somebody", side).id("later").total(random.nextInt(whole)).place("Hilltown")
                .on(LocalDate.parse(day).plusDays(random.nextInt(5)).toString());
        assertThat(figures(tally(with(told, part, later), question(policy)).released()))
                .isEqualTo(figures(tally(told, question(policy)).released()));
    }

    @Property(tries = TRIES)
    void an_open_figure_that_agrees_changes_no_closed_bound(@ForAll("reports") List<Report> reports,
            @ForAll Random random) {
        SourceKind side = SourceKind.values()[random.nextInt(SourceKind.values().length)];
        int number = 50 + random.nextInt(200);
        String day = someDay(random);
        List<Report> told = with(reports, heard("Somebody", side).id("closed").total(number).on(day));
        Tally before = tally(told, question(Policy.CONSENSUS));
        boolean inForce = before.claimants().stream()
                .anyMatch(line -> line.claimant().equals("Somebody") && line.inForce());
        if (inForce) {
            Report open = heard("Another", side).id("open")
                    .of(Basis.CUMULATIVE, Quantity.atLeast(1 + random.nextInt(number))).on(day);
            assertThat(figures(tally(with(told, open), question(Policy.CONSENSUS)).released()))
                    .isEqualTo(figures(before.released()));
        }
    }

    private static SourceKind across(SourceKind side) {
        return side.isParty() ? side.other() : side;
    }

    private static Report acrossFrom(Report r) {
        return new Report(r.id(), r.claimant(), r.organ(), across(r.side()), r.stage(), r.basis(), r.quantity(),
                r.days(), r.part(), r.scopes(), r.remains(), r.publishedAt(), r.recordedFrom(), r.recordedTo(),
                r.retracted(), r.source(), r.release(), r.telling(), r.disputed(), r.ordinal());
    }

    @Property(tries = TRIES)
    void swapping_the_sides_mirrors_the_answer(@ForAll("reports") List<Report> reports, @ForAll Policy policy) {
        Tally one = tally(reports, question(policy));
        Tally other = tally(reports.stream().map(RulePropertiesTest::acrossFrom).toList(), question(policy));
        assertThat(figures(other.released())).isEqualTo(figures(one.released()));
        assertThat(other.conflicts()).isEqualTo(one.conflicts());
        assertThat(other.gaps()).isEqualTo(one.gaps());
        assertThat(sides(other.released()).toList())
                .isEqualTo(sides(one.released()).map(RulePropertiesTest::acrossOrNull)
                        .toList());
    }

    private static SourceKind acrossOrNull(SourceKind side) {
        return side == null ? null : across(side);
    }

    private static Stream<SourceKind> sides(Figures figures) {
        return Stream.of(figures.bounds().low() == null ? null : figures.bounds().low().side(),
                figures.bounds().high() == null ? null : figures.bounds().high().side(),
                figures.otherSide() == null ? null : figures.otherSide().side());
    }

    @Property(tries = TRIES)
    void the_owner_of_each_bound_is_among_the_reports_that_it_names(@ForAll("reports") List<Report> reports,
            @ForAll Policy policy) {
        Tally tally = tally(reports, question(policy));
        for (Bound bound : Arrays.asList(tally.released().bounds().low(), tally.released().bounds().high())) {
            if (bound != null) {
                Set<String> owners = new HashSet<>();
                reports.stream().filter(report -> bound.reports().contains(report.id()))
                        .flatMap(report -> Stream.of(report.claimant(), report.organ())).filter(Objects::nonNull)
                        .forEach(name -> owners.add(Names.fold(name)));
                assertThat(owners).contains(Names.fold(bound.claimant()));
            }
        }
        assertThat(tally.released().low() == null || tally.released().bounds().low() != null).isTrue();
        assertThat(tally.released().high() == null || tally.released().bounds().high() != null).isTrue();
    }
}
