package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Findings stay readable, and the answer small, however many reports disagree. */
class ManyReportsTest {

    private static final Question MAY = Question.on(LocalDate.parse("2020-05-31"));

    private static Conflict only(List<Report> reports, ConflictType type) {
        List<Conflict> found = Count.tally(Quantity.exactly(5000), reports, MAY).conflicts().stream()
                .filter(conflict -> conflict.type() == type).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void aFindingListsAHundredReportsAndSaysHowManyThereAre() {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            reports.add(said("Claimant " + i, SourceKind.MONITOR).id(String.format("r%03d", i)).total(i)
                    .on("2020-05-01"));
        }
        Conflict conflict = only(reports, ConflictType.CONTRADICTION);
        assertThat(conflict.reports()).hasSize(100).startsWith("r000", "r001");
        assertThat(conflict.reportCount()).isEqualTo(150);
        assertThat(conflict.figures()).hasSize(100);
        assertThat(conflict.text()).endsWith("; 130 more say otherwise released in all.");
    }

    @Test
    void theTotalsThatDisagreeComeBeforeTheBatchesBetweenThem() {
        List<Report> reports = new ArrayList<>();
        reports.add(said("A ministry", SourceKind.RELEASING_PARTY).id("y").total(10).on("2020-04-01"));
        reports.add(said("A ministry", SourceKind.RELEASING_PARTY).id("z").total(4000).on("2020-05-01"));
        for (int i = 0; i < 200; i++) {
            reports.add(said("Outlet " + i, SourceKind.MEDIA).id(String.format("b%03d", i)).batch(7).on("2020-04-10"));
        }
        Conflict conflict = only(reports, ConflictType.BATCH_VS_CUMULATIVE);
        assertThat(conflict.reports()).hasSize(100).contains("b000", "b097", "y", "z").doesNotContain("b098");
        assertThat(conflict.reportCount()).isEqualTo(202);
    }

    @Test
    void aDeedThatManyDenyIsOneFindingThatNamesThem() {
        List<Report> reports = new ArrayList<>();
        reports.add(said("A ministry", SourceKind.RELEASING_PARTY).id("deed").batch(50).on("2020-05-01"));
        for (String denier : List.of("B council", "A monitor")) {
            reports.add(said(denier, SourceKind.MONITOR).stage(Stage.DENIED).id(denier).batch(50).on("2020-05-01"));
        }
        Conflict conflict = only(reports, ConflictType.PLAN_VS_DONE);
        assertThat(conflict.text()).isEqualTo("A ministry says that it freed 50 on 1 May 2020; A monitor and B council"
                + " say that it was not carried out, and it is not counted as done.");
        assertThat(conflict.reports()).containsExactly("A monitor", "B council", "deed");
    }

    @Test
    void aDenialFindsTheNumberThatItDeniesAmongMany() {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            reports.add(said("A ministry", SourceKind.RELEASING_PARTY).id("r" + i).batch(100 + i).on("2020-05-01"));
        }
        reports.add(said("Around", SourceKind.MONITOR).id("between").of(Basis.BATCH, Quantity.between(90, 200))
                .on("2020-05-01"));
        reports.add(said("A council", SourceKind.RECEIVING_PARTY).stage(Stage.DENIED).id("no").batch(120)
                .on("2020-05-01"));
        assertThat(only(reports, ConflictType.DENIAL).reports()).containsExactly("between", "no", "r20");
    }
}
