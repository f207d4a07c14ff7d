package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Reports of any kind, in any number and order, of which tests say what holds. */
abstract class AnyReports {

    static final int FIRST_DAY = ReportBuilder.day("2020-04-01");
    static final LocalDate LAST = LocalDate.ofEpochDay(FIRST_DAY + 70);
    static final Promise PROMISED = Promise.of(Quantity.exactly(1000));

    /** A speaker, and always on the same side. */
    private record Speaker(String name, String organ, SourceKind side) {
    }

    private static final List<Speaker> SPEAKERS = List.of(
            new Speaker("Javid Faisal", "National Security Council", SourceKind.RELEASING_PARTY),
            new Speaker("National Security Council", null, SourceKind.RELEASING_PARTY),
            new Speaker("Suhail Shaheen", "Taliban", SourceKind.RECEIVING_PARTY),
            new Speaker("taliban", null, SourceKind.RECEIVING_PARTY),
            new Speaker("Red Cross", null, SourceKind.MONITOR), new Speaker("Reuters", null, SourceKind.MEDIA),
            new Speaker("Khaama", null, SourceKind.MEDIA));

    private static Arbitrary<Quantity> quantities() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 40).map(n -> n * 5);
        return Arbitraries.frequencyOf(Tuple.of(10, number.map(Quantity::exactly)),
                Tuple.of(2, number.map(Quantity::about)),
                Tuple.of(1, number.map(Quantity::atLeast)),
                Tuple.of(1, number.map(Quantity::over)),
                Tuple.of(1, number.map(Quantity::upTo)),
                Tuple.of(1,
                        Combinators.combine(number, number)
                                .as((a, b) -> Quantity.between(Math.min(a, b), Math.max(a, b)))),
                Tuple.of(1, Arbitraries.of("dozens", "some").map(Quantity::some)));
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        return drafts().list().ofMinSize(1).ofMaxSize(14).map(AnyReports::numbered);
    }

    private static List<Report> numbered(List<Report> drafts) {
        List<Report> reports = new ArrayList<>();
        for (Report draft : drafts) {
            reports.add(withId(draft, String.format("r%02d", reports.size())));
        }
        return reports;
    }

    private static Arbitrary<Report> drafts() {
        Arbitrary<Stage> stages = Arbitraries.frequency(Tuple.of(12, Stage.REPORTED),
                Tuple.of(2, Stage.VERIFIED), Tuple.of(2, Stage.ANNOUNCED),
                Tuple.of(2, Stage.DENIED), Tuple.of(1, Stage.SUSPENDED));
        Arbitrary<Basis> bases = Arbitraries.frequency(Tuple.of(6, Basis.BATCH),
                Tuple.of(6, Basis.CUMULATIVE), Tuple.of(2, Basis.REMAINING),
                Tuple.of(1, Basis.REARRESTED), Tuple.of(1, Basis.TOTAL));
        Arbitrary<int[]> days = Combinators.combine(Arbitraries.integers().between(0, 60),
                Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, 2),
                        Tuple.of(1, 30)),
                Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(2, 1))).as(
                        (start, length, before) -> new int[]{FIRST_DAY + start - before, FIRST_DAY + start,
                                FIRST_DAY + start + length});
        Arbitrary<String[]> labels = Combinators.combine(
                Arbitraries.frequency(Tuple.of(6, ""), Tuple.of(1, "police"),
                        Tuple.of(1, "Police"), Tuple.of(1, "soldiers")),
                Arbitraries.frequency(Tuple.of(8, ""), Tuple.of(1, "eid-decree")),
                Arbitraries.of("Dawn", "Ariana", "Khaama"), Arbitraries.of("", "Reuters", "statement"),
                Arbitraries.frequency(Tuple.of(8, ""), Tuple.of(1, "group/a"),
                        Tuple.of(1, "group/b")))
                .as((category, scope, outlet, root, group) -> new String[]{category, scope, outlet, root, group});
        return Combinators.combine(Arbitraries.of(SPEAKERS), stages, bases, quantities(), days, labels,
                Arbitraries.integers().between(0, 5), Arbitraries.of(true, false)).as(
                        (speaker, stage, basis, quantity, when, label, delay, own) -> {
                            boolean grouped = basis == Basis.BATCH && !label[4].isEmpty();
                            String outlet = speaker.side() == SourceKind.MEDIA ? speaker.name() : label[2];
                            return new Report("", speaker.name(), speaker.organ(), speaker.side(), stage, basis,
                                    quantity, new Days(when[0], when[1], when[2]),
                                    label[0].isEmpty() ? Part.NONE : new Part(null, label[0], null, false),
                                    label[1].isEmpty() ? Set.of() : Set.of(label[1]), false,
                                    (when[2] + delay) * 86_400_000L, 10, Long.MAX_VALUE, false,
                                    new Source(outlet, label[3].isEmpty() ? outlet : label[3], own),
                                    grouped ? "group" : null, grouped ? label[4].substring(6) : null, delay == 5, null);
                        });
    }

    static Report withId(Report r, String id) {
        return changed(r, id, r.quantity(), r.source(), r.release(), r.telling(), r.disputed());
    }

    static Report changed(Report r, String id, Quantity quantity, Source source, String release, String telling,
            boolean disputed) {
        return new Report(id, r.claimant(), r.organ(), r.side(), r.stage(), r.basis(), quantity, r.days(), r.part(),
                r.scopes(), r.remains(), r.publishedAt(), r.recordedFrom(), r.recordedTo(), r.retracted(), source,
                release, telling, disputed, r.ordinal());
    }
}
