package org.parole.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
import org.parole.tally.count.Days;
import org.parole.tally.count.Part;
import org.parole.tally.count.Promise;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.Question;
import org.parole.tally.count.Report;
import org.parole.tally.count.Series;
import org.parole.tally.count.Source;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;
import org.parole.tally.count.Tally;

/**
 * A tally over a commitment's reports, and the daily series of a year: the targets are 1 ms over 1,000 reports and
 * 250 ms over 100,000. The reports are made up from a fixed seed, over one year and through 60 outlets.
 * {@code orderly}: six claimants, totals that rise as the batches do, one in ten off by up to 100. {@code contrary}:
 * 40 claimants, of whom no two figures agree. They come in the order of their dates and ids, as the service reads them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
// The collector that the services are started with.
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class TallyKernel {

    private static final int FIRST = (int) LocalDate.parse("2020-01-01").toEpochDay();
    private static final Promise PROMISED = Promise.of(Quantity.exactly(5000));

    /** How many reports the commitment has. */
    @Param({"1000", "100000"})
    public int reports;

    /** Whether the claimants agree more or less, or not at all. */
    @Param({"orderly", "contrary"})
    public String claims;

    private List<Report> all;
    private Question question;

    /** Makes the reports. */
    @Setup
    public void makeReports() {
        Random random = new Random(20200229);
        all = new ArrayList<>(reports);
        SourceKind[] sides = SourceKind.values();
        for (int i = 0; i < reports; i++) {
            if (claims.equals("orderly")) {
                all.add(orderly(i, random));
                continue;
            }
            int who = random.nextInt(40);
            int day = FIRST + random.nextInt(365);
            boolean batch = random.nextBoolean();
            int chance = random.nextInt(100);
            Stage stage = chance < 2 ? Stage.DENIED
                    : chance < 12 ? Stage.ANNOUNCED : chance < 22 ? Stage.VERIFIED : Stage.REPORTED;
            int number = batch ? random.nextInt(100) : (day - FIRST) * 14 + random.nextInt(200);
            int since = batch && random.nextInt(10) == 0 ? day - 1 : day;
            String outlet = name("Outlet ", random.nextInt(60));
            all.add(new Report(id(i), name("Claimant ", who), who < 10 ? name("Organ ", who / 2) : null,
                    sides[who < 10 ? who / 2 % sides.length : who % sides.length], stage,
                    batch ? Basis.BATCH : Basis.CUMULATIVE,
                    random.nextInt(20) == 0 ? Quantity.about(number) : Quantity.exactly(number), new Days(since, day, day),
                    Part.NONE, Set.of(), false, (day + random.nextInt(3)) * 86_400_000L, i, Long.MAX_VALUE, false,
                    new Source(outlet, outlet, random.nextBoolean()), null, null, false, null));
        }
        // As the service reads them.
        all.sort(Comparator.comparingInt((Report report) -> report.days().first()).thenComparing(Report::id));
        question = Question.on(LocalDate.parse("2020-12-31"));
    }

    private static Report orderly(int i, Random random) {
        int who = random.nextInt(6);
        int day = FIRST + random.nextInt(365);
        boolean batch = random.nextInt(3) == 0;
        int chance = random.nextInt(100);
        Stage stage = chance < 1 ? Stage.DENIED
                : chance < 6 ? Stage.ANNOUNCED : chance < 12 ? Stage.VERIFIED : Stage.REPORTED;
        int number = batch ? 12 : (day - FIRST) * 12 + (random.nextInt(10) == 0 ? random.nextInt(100) : 0);
        String outlet = name("Outlet ", random.nextInt(60));
        return new Report(id(i), name("Claimant " + who + ".", random.nextInt(3)), name("Organ ", who),
                SourceKind.values()[who % 5], stage, batch ? Basis.BATCH : Basis.CUMULATIVE, Quantity.exactly(number),
                Days.on(day), Part.NONE, Set.of(), false, (day + random.nextInt(3)) * 86_400_000L, i, Long.MAX_VALUE, false,
                new Source(outlet, outlet, random.nextBoolean()), null, null, false, null);
    }

    private static String id(int i) {
        return String.format("report-%06d", i);
    }

    /** Each name is one object, as the service reads them. */
    private static String name(String what, int number) {
        return (what + number).intern();
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
