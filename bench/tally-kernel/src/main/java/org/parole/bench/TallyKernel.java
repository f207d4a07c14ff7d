package org.parole.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.parole.tally.count.Basis;
import org.parole.tally.count.Count;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.Question;
import org.parole.tally.count.Report;
import org.parole.tally.count.Series;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;
import org.parole.tally.count.Tally;

/**
 * A tally over a commitment's reports, and the daily series of a year: the targets are 1 ms over 1,000 reports, 50 ms
 * over 100,000, and 50 ms for the series. The reports are made up from a fixed seed: 40 claimants and 60 outlets, half
 * batches and half totals, some denied, some for two days, over one year.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class TallyKernel {

    private static final int FIRST = (int) LocalDate.parse("2020-01-01").toEpochDay();
    private static final Quantity PROMISED = Quantity.exactly(5000);

    /** How many reports the commitment has. */
    @Param({"1000", "100000"})
    public int reports;

    private List<Report> all;
    private Question question;

    /** Makes the reports. */
    @Setup
    public void makeReports() {
        Random random = new Random(20200229);
        all = new ArrayList<>(reports);
        SourceKind[] sides = SourceKind.values();
        for (int i = 0; i < reports; i++) {
            int who = random.nextInt(40);
            int day = FIRST + random.nextInt(365);
            boolean batch = random.nextBoolean();
            int chance = random.nextInt(100);
            Stage stage = chance < 2 ? Stage.DENIED
                    : chance < 12 ? Stage.ANNOUNCED : chance < 22 ? Stage.VERIFIED : Stage.REPORTED;
            int number = batch ? random.nextInt(100) : (day - FIRST) * 14 + random.nextInt(200);
            int since = batch && random.nextInt(10) == 0 ? day - 1 : day;
            String outlet = "Outlet " + random.nextInt(60);
            all.add(new Report("report-" + i, "Claimant " + who, who < 10 ? "Organ " + who / 2 : null,
                    sides[who < 10 ? who / 2 % sides.length : who % sides.length], stage,
                    batch ? Basis.BATCH : Basis.CUMULATIVE,
                    random.nextInt(20) == 0 ? Quantity.about(number) : Quantity.exactly(number), null, since, day, day,
                    null, null, (day + random.nextInt(3)) * 86_400_000L, i, Long.MAX_VALUE, false, outlet, outlet,
                    random.nextBoolean(), null, null, false));
        }
        question = Question.on(LocalDate.parse("2020-12-31"));
    }

    /** Low, best and high, claimants and conflicts on the last day of the year. */
    @Benchmark
    public Tally tally() {
        return Count.tally(PROMISED, all, question);
    }

    /** The figures of each of the 366 days. */
    @Benchmark
    public Series yearByDay() {
        return Count.series(PROMISED, all, question, FIRST, Series.Pace.DAY);
    }
}
