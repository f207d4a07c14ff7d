package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Two reports that may be one: for an editor to look at, never joined by itself.
 *
 * @param kind what they may be
 * @param day the event date of the first, as an epoch day
 * @param first the id of the one report
 * @param second the id of the other, which is later or comes after it in the alphabet
 * @param text why
 */
public record Duplicate(Kind kind, int day, String first, String second, Sentence text) {

    /** What two reports may be. */
    public enum Kind {
        /** The same figure of the same line, for the same days and through the same outlet. */
        ENTERED_TWICE,
        /** Two batches of days that overlap and numbers that agree, which no editor has put into one release. */
        SAME_RELEASE
    }

    /** How many pairs are looked at: ten thousand reports of one day have fifty million, and an editor reads none of them. */
    private static final long LOOKED_AT = 5_000_000;

    private static final Comparator<Duplicate> ORDER = Comparator.comparingInt(Duplicate::day)
            .thenComparing(Duplicate::first).thenComparing(Duplicate::second).thenComparing(Duplicate::kind);

    /** Those found among the first {@value #LOOKED_AT} pairs of overlapping days, by event date; no more than so many. */
    public static List<Duplicate> of(Collection<Report> reports, int most) {
        List<Report> all = new ArrayList<>(reports);
        all.sort(Comparator.comparingInt((Report report) -> report.days().since()).thenComparing(Report::id));
        List<Duplicate> found = new ArrayList<>();
        long pairs = 0;
        for (int i = 0; i < all.size() && found.size() < most && pairs < LOOKED_AT; i++) {
            Report one = all.get(i);
            for (int j = i + 1; j < all.size() && all.get(j).days().since() <= one.days().last() && found.size() < most
                    && pairs < LOOKED_AT; j++) {
                pairs++;
                Duplicate duplicate = between(one, all.get(j));
                if (duplicate != null) {
                    found.add(duplicate);
                }
            }
        }
        found.sort(ORDER);
        return found;
    }

    private static Duplicate between(Report one, Report other) {
        boolean comparable = one.basis() == other.basis() && one.scopes().equals(other.scopes())
                && Objects.equals(one.remains(), other.remains())
                && (one.release() == null || !one.release().equals(other.release()));
        if (!comparable) {
            return null;
        }
        boolean sameDays = one.days().equals(other.days());
        if (sameDays && one.stage() == other.stage() && one.quantity() != null && other.quantity() != null
                && one.quantity().sameNumber(other.quantity())
                && line(one).equals(line(other)) && fold(one.source().outlet()).equals(fold(other.source().outlet()))) {
            String outlet = one.source().outlet();
            return new Duplicate(Kind.ENTERED_TWICE, one.days().first(), one.id(), other.id(),
                    Sentence.of(outlet == null ? "duplicate.twice" : "duplicate.twice.outlet", "claimant", label(one),
                            "figure",
                            one.quantity().number(), "days", one.days(), "outlet", outlet == null ? "" : outlet));
        }
        Range its = one.quantity() == null ? null : one.quantity().range();
        Range others = other.quantity() == null ? null : other.quantity().range();
        if (!sameDays && its != null && others != null && its.agreesWith(others) && one.basis() == Basis.BATCH
                && one.stage().isRelease() && other.stage().isRelease()) {
            return new Duplicate(Kind.SAME_RELEASE, one.days().first(), one.id(), other.id(),
                    Sentence.of("duplicate.same", "one", told(one), "other", told(other)));
        }
        return null;
    }

    private static Sentence told(Report report) {
        return Sentence.of("duplicate.told", "claimant", label(report), "figure", report.quantity().number(), "days",
                report.days());
    }

    private static String label(Report report) {
        return report.organ() != null ? report.organ() : report.claimant();
    }

    private static String line(Report report) {
        return fold(label(report));
    }

    private static String fold(String name) {
        return name == null ? "" : Names.fold(name);
    }
}
