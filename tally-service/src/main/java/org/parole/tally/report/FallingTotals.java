package org.parole.tally.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.text.Names;
import org.parole.tally.count.Basis;

/** Finds running totals that are lower than the one before, which somebody should look at. */
@ApplicationScoped
class FallingTotals {

    private static final Comparator<ReleaseReport> IN_ORDER = Comparator
            .comparing((ReleaseReport report) -> report.eventFrom).thenComparing(report -> report.publishedAt)
            .thenComparing(report -> report.id.toString());

    private final ReportRepository reports;

    FallingTotals(ReportRepository reports) {
        this.reports = reports;
    }

    /**
     * Whether it is a running total that is lower than the last one before it of the same line of claims.
     *
     * @param unwritten reports that are to be written with it and come before it
     */
    boolean falls(ReleaseReport report, UUID id, List<ReleaseReport> unwritten) {
        if (report.commitment == null || report.basis != Basis.CUMULATIVE || !report.stage.isRelease()
                || report.quantityMax == null) {
            return false;
        }
        List<ReleaseReport> earlier = Stream.concat(
                reports.findTotalsUpTo(report.commitment, report.scope, report.eventFrom, id).stream(),
                unwritten.stream().filter(other -> isTotalUpTo(report, other))).sorted(IN_ORDER)
                .filter(other -> line(other).equals(line(report)) && other.quantityMin != null
                        && part(other).equals(part(report)))
                .toList();
        return !earlier.isEmpty() && earlier.get(earlier.size() - 1).quantityMin > report.quantityMax;
    }

    private static boolean isTotalUpTo(ReleaseReport report, ReleaseReport other) {
        return report.commitment.equals(other.commitment) && Objects.equals(report.scope, other.scope)
                && other.basis == Basis.CUMULATIVE && other.stage.isRelease()
                && !other.eventFrom.isAfter(report.eventFrom);
    }

    /** What a total counts: a part that is smaller than its whole does not fall. */
    private static List<Object> part(ReleaseReport report) {
        boolean ofAWhole = report.outOf != null && report.quantityMax != null && report.quantityMax < report.outOf;
        return Arrays.asList(ofAWhole, key(report.categoryDetail), key(report.place));
    }

    private static String key(String name) {
        return name == null ? null : Names.key(name);
    }

    private static String line(ReleaseReport report) {
        return Names.key(report.organ() != null ? report.organ() : report.claimant);
    }
}
