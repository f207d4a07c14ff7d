package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * BATCH_VS_CUMULATIVE: batches on record that add up to more than a claimant's totals have room for. Batches that add up to
 * less are normal: not every release is on record. They are gaps, and no conflict.
 */
final class BatchesVersusTotals {

    private BatchesVersusTotals() {
    }

    static void find(List<Rise> rises, Answer answer, Findings findings) {
        for (Rise rise : rises) {
            // A count of citizens has no room for foreigners, and need not have.
            if (rise.now().stream().anyMatch(Statement::namesAPart)) {
                continue;
            }
            int after = rise.before().isEmpty() ? Integer.MIN_VALUE : rise.before().get(0).days.last();
            Batches.Sum between = answer.batches().between(after, rise.now().get(0).days.last());
            Range from = rise.from();
            Range to = rise.to();
            if (between.isEmpty() || to.comparedHigh() < from.comparedLow()) {
                continue;
            }
            // Those arrested again have made room.
            long taken = answer.batches().rearrested(after, rise.now().get(0).days.last());
            double room = to.comparedHigh() - from.comparedLow() + taken;
            double least = between.range().approximate() ? between.range().low() * 0.9 : between.range().low();
            if (least > room) {
                tooMany(rise, between, taken, findings);
            } else if (!rise.before().isEmpty()
                    && between.range().comparedHigh() < to.comparedLow() - from.comparedHigh()) {
                gap(rise, between, findings);
            }
        }
    }

    private static void tooMany(Rise rise, Batches.Sum between, long taken, Findings findings) {
        Range to = rise.to();
        long excess = between.range().low() - taken - (to.high() - rise.from().low());
        Days now = rise.now().get(0).days;
        List<Figure> figures = new ArrayList<>();
        if (!rise.before().isEmpty()) {
            figures.add(Figure.of("from", rise.from()));
        }
        figures.add(Figure.of("to", to));
        figures.add(Figure.of("batches", between.range()));
        figures.add(Figure.of("excess", Range.exactly(excess)));
        boolean nobody = to.high() == 0;
        boolean remains = rise.now().get(0).remains;
        Sentence text = rise.before().isEmpty()
                ? Sentence.of(Told.key(nobody ? "tooMany.none" : "tooMany.first", remains), "claimant",
                        rise.claimant().label(), "to", to, "days", now, "batches",
                        between.range(), "excess", excess)
                : Sentence.of(Told.key("tooMany", remains), "claimant", rise.claimant().label(), "from", rise.from(),
                        "fromDays",
                        rise.before().get(0).days, "to", to, "days", now, "batches", between.range(), "excess", excess);
        findings.add(ConflictType.BATCH_VS_CUMULATIVE, now.last(), figures, text, totals(rise), between,
                false);
    }

    private static void gap(Rise rise, Batches.Sum between, Findings findings) {
        Range from = rise.from();
        Range to = rise.to();
        Range risen = new Range(Math.max(0, to.low() - from.high()), to.high() - from.low(), false,
                to.openHigh() || from.openLow(), to.approximate() || from.approximate());
        Range onRecord = between.range();
        Range missing = new Range(Math.max(0, risen.low() - onRecord.high()),
                Math.max(0, risen.high() - onRecord.low()), false,
                risen.openHigh(), risen.approximate() || onRecord.approximate());
        Days now = rise.now().get(0).days;
        Days before = rise.before().get(0).days;
        findings.gaps.add(new Gap(rise.claimant().label(), findings.scope(), LocalDate.ofEpochDay(now.last()),
                LocalDate.ofEpochDay(before.last()), risen, onRecord, missing,
                Sentence.of("gap", "claimant", rise.claimant().label(), "from", from, "fromDays", before, "to", to,
                        "days",
                        now, "batches", onRecord, "missing", missing),
                Findings.ids(totals(rise), between.statements())));
    }

    private static List<Statement> totals(Rise rise) {
        List<Statement> totals = new ArrayList<>(rise.before());
        totals.addAll(rise.now());
        return totals;
    }
}
