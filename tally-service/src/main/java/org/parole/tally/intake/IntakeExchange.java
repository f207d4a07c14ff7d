package org.parole.tally.intake;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.time.PartialDate;
import org.parole.tally.exchange.ExchangeBody;

/** An exchange of an intake, under a label. */
@Schema(description = "An exchange with a label. Commitments and release reports of the intake refer to it by the label or its slug.")
public record IntakeExchange(@Schema(examples = "the-swap") String label, String slug, String title,
        List<String> parties, List<String> mediators, String place, PartialDate startedOn, PartialDate endedOn,
        Integer ordinal, String agreement, String url, String note) {

    ExchangeBody body() {
        return new ExchangeBody(slug, title, parties, mediators, place, startedOn, endedOn, ordinal, agreement, url,
                note);
    }
}
