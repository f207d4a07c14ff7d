package org.parole.tally.tally;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.tally.commitment.QuantityBody;
import org.parole.tally.count.OpenPlan;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.Stage;

/** What has been announced, offered or decreed, and is neither done nor overdue on record. */
@Schema(name = "OpenPlan", description = "A plan that was announced, offered, listed or decreed, and is neither carried out nor overdue.")
public record OpenPlanView(@Schema(description = "Who announced it") String claimant,
        @Schema(description = "Another list than the commitment's own, by its label") @Nullable String scope,
        @Schema(description = "How far it has got") Stage stage, QuantityBody quantity,
        @Schema(description = "The day of the planned release, or of the announcement") LocalDate eventOn,
        @Schema(description = "A sentence that says so") String text,
        @Schema(description = "The ids of the reports behind it: of more than 100 reports in the answer the 5 recorded last, all with include=REPORTS") List<String> reports,
        @Schema(description = "The number of all reports behind it") int reportCount) {

    static OpenPlanView of(OpenPlan plan, Presentation shown) {
        Quantity quantity = plan.quantity();
        return new OpenPlanView(plan.claimant(), plan.scope(), plan.stage(),
                new QuantityBody(quantity.comparator(), quantity.min(), quantity.max(), quantity.wording()),
                plan.eventOn(),
                shown.text(plan.text()), shown.reports(plan.reports()), plan.reports().size());
    }
}
