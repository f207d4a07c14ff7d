package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.promised;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/** Findings stay readable, and the answer small, however many reports disagree. */
class ManyReportsTest {

    private static final Sentences EN = Sentences.in(Language.EN);
    private static final Question MAY = Question.on(LocalDate.parse("2020-05-31"));

    private static Conflict only(List<Report> reports, ConflictType type) {
        List<Conflict> found = Count.tally(promised(5000), reports, MAY).conflicts().stream()
                .filter(conflict -> conflict.type() == type).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void a_finding_lists_a_hundred_reports_and_says_how_many_there_are() {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            reports.add(said("Claimant " + i, SourceKind.MONITOR).id(String.format("r%03d", i)).total(i)
                    .on("2020-05-01"));
        }
        Conflict conflict = only(reports, ConflictType.CONTRADICTION);
        assertThat(conflict.reports()).hasSize(100).startsWith("r000", "r001");
        assertThat(conflict.reportCount()).isEqualTo(150);
        assertThat(conflict.figures()).hasSize(100);
        assertThat(EN.text(conflict.text())).endsWith("; other figures according to 130 other claimants.");
    }

    @Test
    void the_totals_that_disagree_come_before_the_batches_between_them() {
        List<Report> reports = new ArrayList<>();
        reports.add(said("A ministry", SourceKind.RELEASING_PARTY).id("y").total(10).on("2020-04-01"));
        reports.add(said("A ministry", SourceKind.RELEASING_PARTY).id("z").total(40).on("2020-05-01"));
        for (int i = 0; i < 200; i++) {
            reports.add(said("Outlet " + i, SourceKind.MEDIA).id(String.format("b%03d", i)).batch(70).on("2020-04-10"));
        }
        Conflict conflict = only(reports, ConflictType.BATCH_VS_CUMULATIVE);
        assertThat(conflict.reports()).hasSize(100).contains("b000", "b097", "y", "z").doesNotContain("b098");
        assertThat(conflict.reportCount()).isEqualTo(202);
    }

    @Test
    void a_denial_finds_the_number_that_it_denies_among_many() {
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
