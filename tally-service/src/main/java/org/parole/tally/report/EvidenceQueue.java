package org.parole.tally.report;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The queue of reports whose evidence is to be asked for. */
@ApplicationScoped
class EvidenceQueue {

    private final ReportRepository reports;
    private final ReportJson json;

    EvidenceQueue(ReportRepository reports, ReportJson json) {
        this.reports = reports;
        this.json = json;
    }

    /**
     * Those that are due.
     *
     * @param before asked for last before this time, or never
     * @param most how many at once
     */
    @Transactional
    List<DueCheck> due(Instant before, int most) {
        return reports.findDueForCheck(before, most).stream().flatMap(id -> reports.findActive(id).stream())
                .filter(report -> Evidence.isCheckable(json.evidence(report)))
                .map(report -> new DueCheck(report.id, json.evidence(report), report.comparator, report.quantityMin,
                        report.quantityMax, report.wording))
                .toList();
    }

    /** Leaves a report as it is and treats it as last asked for at a time. */
    @Transactional
    void postpone(DueCheck due, Instant askedAt) {
        reports.noteCheck(due.report(), askedAt);
    }

    /** Whether the quote of a report was never asked for since its evidence was recorded. */
    @Transactional
    boolean isFirstCheck(DueCheck due) {
        return reports.isNeverChecked(due.report());
    }
}
