package org.parole.tally.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.parole.kit.page.Page;
import org.parole.tally.commitment.CommitmentRepository;

/** Release reports in the columns that others use for events, which name the sides of each. */
@ApplicationScoped
class PeerColumns {

    /** What is said of the columns that nothing in a release report fills. */
    static final String UNKNOWN = "Always empty: Parole does not know it";

    private final CommitmentRepository commitments;

    PeerColumns(CommitmentRepository commitments) {
        this.commitments = commitments;
    }

    /**
     * Who released whose people, by their slugs.
     *
     * @param receiving null where nobody says it
     */
    record Sides(String releasing, String receiving) {
    }

    /** A page in the columns of UCDP GED, as recorded at a time. */
    @Transactional
    Page<GedRow> ged(Page<ReportView> page, Instant at) {
        return shaped(page, at, GedRow::of);
    }

    /** A page in the columns of ACLED, as recorded at a time. */
    @Transactional
    Page<AcledRow> acled(Page<ReportView> page, Instant at) {
        return shaped(page, at, AcledRow::of);
    }

    private <V> Page<V> shaped(Page<ReportView> page, Instant at, BiFunction<ReportView, Sides, V> shape) {
        Map<String, Optional<Sides>> known = new HashMap<>();
        return page.map(report -> {
            if (report.commitment() == null) {
                return shape.apply(report, report.releasingParty() == null
                        ? null
                        : new Sides(report.releasingParty(), report.receivingParty()));
            }
            return shape.apply(report, known.computeIfAbsent(report.commitment(),
                    slug -> commitments.findUsableCalled(slug, at)
                            .map(found -> new Sides(found.releasingParty, found.receivingParty)))
                    .orElse(null));
        });
    }
}
