package org.parole.tally.report;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.parole.kit.start.SchemaCheck;

import io.quarkus.scheduler.Scheduled;

/**
 * Asks the quote-service whether the quotes behind reports exist and are verified. Several replicas may ask for the same
 * one; it is written once, because a check that says nothing new writes nothing.
 */
@ApplicationScoped
public class EvidenceChecks {

    private static final Logger LOG = Logger.getLogger(EvidenceChecks.class);

    private final Reports reports;
    private final QuoteClient quotes;
    private final SchemaCheck schema;
    private final Duration after;
    private final int atOnce;

    EvidenceChecks(Reports reports, @RestClient QuoteClient quotes, SchemaCheck schema,
            @ConfigProperty(name = "parole.evidence.recheck-after") Duration after,
            @ConfigProperty(name = "parole.evidence.at-once") int atOnce) {
        this.reports = reports;
        this.quotes = quotes;
        this.schema = schema;
        this.after = after;
        this.atOnce = atOnce;
    }

    /** One round over what is due; it ends where the quote-service gives no clear answer. */
    @Scheduled(every = "{parole.evidence.recheck-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void round() {
        if (!schema.passed()) {
            return;
        }
        for (var due : reports.dueForCheck(Instant.now().minus(after), atOnce)) {
            if (!check(due)) {
                return;
            }
        }
    }

    private boolean check(Reports.DueCheck due) {
        try (var answer = quotes.get(due.quote())) {
            if (answer.getStatus() != 200) {
                return withoutQuote(due, answer.getStatus());
            }
            var quote = answer.getEntity();
            reports.checked(due, quote.verified() ? EvidenceCheck.VERIFIED : EvidenceCheck.UNVERIFIED, quote.kind());
            return true;
        } catch (WebApplicationException e) {
            return withoutQuote(due, e.getResponse().getStatus());
        } catch (ProcessingException e) {
            LOG.debugf("The quote-service cannot be reached: evidence stays as it is (%s)", e.getMessage());
            return false;
        }
    }

    private boolean withoutQuote(Reports.DueCheck due, int status) {
        if (status == 404 || status == 410) {
            reports.checked(due, EvidenceCheck.MISSING, null);
            return true;
        }
        LOG.debugf("The quote-service answers %d: evidence stays as it is", status);
        return false;
    }
}
