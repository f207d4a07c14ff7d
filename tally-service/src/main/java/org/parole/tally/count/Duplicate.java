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
 * @param text why, in plain English
 */
public record Duplicate(Kind kind, int day, String first, String second, String text) {

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
        all.sort(Comparator.comparingInt(Report::since).thenComparing(Report::id));
        List<Duplicate> found = new ArrayList<>();
        long pairs = 0;
        for (int i = 0; i < all.size() && found.size() < most && pairs < LOOKED_AT; i++) {
            Report one = all.get(i);
            for (int j = i + 1; j < all.size() && all.get(j).since() <= one.lastDay() && found.size() < most
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
        boolean comparable = one.basis() == other.basis() && Objects.equals(one.scope(), other.scope())
                && (one.release() == null || !one.release().equals(other.release()));
        if (!comparable) {
            return null;
        }
        boolean sameDays = one.since() == other.since() && one.firstDay() == other.firstDay()
                && one.lastDay() == other.lastDay();
        if (sameDays && one.stage() == other.stage() && one.quantity().sameNumber(other.quantity())
                && line(one).equals(line(other)) && fold(one.outlet()).equals(fold(other.outlet()))) {
            return new Duplicate(Kind.ENTERED_TWICE, one.firstDay(), one.id(), other.id(),
                    label(one) + " gives " + Words.quantity(one.quantity()) + " twice for "
                            + Words.dates(one.since(), one.lastDay())
                            + (one.outlet() == null ? "." : " through " + one.outlet() + "."));
        }
        boolean sameSize = one.quantity().comparedLow() <= other.quantity().comparedHigh()
                && other.quantity().comparedLow() <= one.quantity().comparedHigh();
        if (!sameDays && sameSize && one.basis() == Basis.BATCH && one.stage().isRelease()
                && other.stage().isRelease()) {
            return new Duplicate(Kind.SAME_RELEASE, one.firstDay(), one.id(), other.id(),
                    told(one) + " and " + told(other) + " may be the same people.");
        }
        return null;
    }

    private static String told(Report report) {
        return label(report) + "'s " + Words.quantity(report.quantity()) + " of "
                + Words.dates(report.since(), report.lastDay());
    }

    private static String label(Report report) {
        return report.organ() != null ? report.organ() : report.claimant();
    }

    private static String line(Report report) {
        return fold(label(report));
    }

    private static String fold(String name) {
        return name == null ? "" : Docket.fold(name);
    }
}
