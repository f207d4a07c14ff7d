package org.parole.tally.report;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.tally.commitment.CommitmentRepository;
import org.parole.tally.count.Report;

/** Lists reports that may be one and the same, for an editor to look at. */
@ApplicationScoped
class PossibleDuplicates {

    private static final String DUPLICATES = "possible-duplicates";
    /** Pairs: a commitment that has more of them needs another look than a list. */
    private static final int MOST_DUPLICATES = 1000;

    private final ReportRepository reports;
    private final CommitmentRepository commitments;
    private final Cursors cursors;

    PossibleDuplicates(ReportRepository reports, CommitmentRepository commitments, Cursors cursors) {
        this.reports = reports;
        this.commitments = commitments;
        this.cursors = cursors;
    }

    /** A page of pairs of reports on one commitment. */
    @Transactional
    Page<Duplicate> list(DuplicateFilter wanted, PageRequest page) {
        int after = page.cursor == null
                ? 0
                : (int) CursorKeys
                        .number(cursors.decode(page.cursor, DUPLICATES, Arrays.asList(wanted.commitment), 1).get(0));
        if (commitments.findUsableCalled(wanted.commitment).isEmpty()) {
            throw ProblemException.notFound("commitment", wanted.commitment);
        }
        List<Report> counting = reports.findForCount(List.of(wanted.commitment), null, null, null, null, null)
                .get(wanted.commitment);
        List<org.parole.tally.count.Duplicate> found = org.parole.tally.count.Duplicate.of(counting, MOST_DUPLICATES);
        int to = Math.min(found.size(), after + page.limit);
        List<Duplicate> items = after >= found.size()
                ? List.<Duplicate>of()
                : found.subList(after, to).stream()
                        .map(duplicate -> Duplicate.of(duplicate, wanted.sentences())).toList();
        return new Page<>(items, to < found.size()
                ? cursors.encode(DUPLICATES, Arrays.asList(wanted.commitment), List.of(String.valueOf(to)))
                : null);
    }
}
