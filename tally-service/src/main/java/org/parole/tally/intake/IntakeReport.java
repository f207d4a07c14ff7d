package org.parole.tally.intake;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.Basis;
import org.parole.tally.count.CategoryKind;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;
import org.parole.tally.report.Claimant;
import org.parole.tally.report.Evidence;
import org.parole.tally.report.Reliability;
import org.parole.tally.report.ReportBody;
import org.parole.tally.report.ReportingLink;

/** A release report of an intake, under a label. */
@Schema(description = "A release report with a label.")
public record IntakeReport(@Schema(examples = "first-hundred") String label, String commitment, Claimant claimant,
        SourceKind sourceKind, Stage stage, QuantityBody quantity, Basis basis, Integer outOf, PartialDate eventOn,
        LocalDate eventSince, String categoryDetail, String place, String scope, PublicationTime publishedAt,
        String outlet, List<ReportingLink> reportingChain, Evidence evidence, Reliability reliability,
        Integer credibility, String decreaseReason, String note, String exchange, String releasingParty,
        String receivingParty, List<String> scopes, Boolean partsComplete, CategoryKind categoryKind, Boolean ownWords,
        Integer ordinal) {

    /**
     * @param commitment the slug that {@link #commitment()} stands for
     * @param exchange the slug that {@link #exchange()} stands for
     */
    ReportBody body(String commitment, String exchange) {
        return new ReportBody(commitment, claimant, sourceKind, stage, quantity, basis, outOf, eventOn, eventSince,
                categoryDetail, place, scope, publishedAt, outlet, reportingChain, evidence, reliability, credibility,
                decreaseReason, note, exchange, releasingParty, receivingParty, scopes, partsComplete, categoryKind,
                ownWords, ordinal);
    }
}
