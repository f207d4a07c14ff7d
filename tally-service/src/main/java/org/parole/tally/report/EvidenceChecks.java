package org.parole.tally.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.start.SchemaCheck;

import io.quarkus.scheduler.Scheduled;

/**
 * Asks the quote-service whether the words behind reports stand in their documents, and reads the figures in them. Several replicas may ask for the same
 * one; it is written once, because a check that says nothing new writes nothing.
 */
@ApplicationScoped
public class EvidenceChecks {

    private static final Logger LOG = Logger.getLogger(EvidenceChecks.class);

    /** How long a report waits that was asked for while the quote-service was unavailable; those never asked for come first. */
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    /** How long a report waits whose quote is not there at the first look: an intake writes quotes and reports in two services. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** Refusals that concern who asks and how often, and so every report alike. */
    private static final Set<Integer> OF_THE_CALLER = Set.of(401, 403, 408, 425, 429);

    /** Refusals that concern the words that are asked for: they are too long, or no words. */
    private static final Set<Integer> OF_THE_WORDS = Set.of(400, 413, 414, 422, 431);

    /** How long new evidence waits when the quote-service was unavailable. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Reports reports;
    private final EvidenceQueue queue;
    private final QuoteClient quotes;
    private final DocumentClient documents;
    private final SchemaCheck schema;
    private final Duration after;
    private final int atOnce;
    private volatile Instant pausesUntil = Instant.EPOCH;

    EvidenceChecks(Reports reports, EvidenceQueue queue, @RestClient QuoteClient quotes,
            @RestClient DocumentClient documents, SchemaCheck schema,
            @ConfigProperty(name = "parole.evidence.recheck-after") Duration after,
            @ConfigProperty(name = "parole.evidence.at-once") int atOnce) {
        this.reports = reports;
        this.queue = queue;
        this.quotes = quotes;
        this.documents = documents;
        this.schema = schema;
        this.after = after;
        this.atOnce = atOnce;
    }

    /**
     * One round over what is due. It ends where the quote-service is unavailable; a report whose question it refuses waits for its next turn, so that
     * one such report does not keep the others from theirs.
     */
    @Scheduled(every = "{parole.evidence.recheck-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void round() {
        round(Instant.now().minus(after));
    }

    /**
     * One round over what was never asked for, soon after it was recorded: where there is none, it asks nobody but the database. While the
     * quote-service is unavailable it pauses.
     */
    @Scheduled(every = "{parole.evidence.check-new-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void roundOfNew() {
        if (Instant.now().isAfter(pausesUntil) && !round(Instant.EPOCH)) {
            pausesUntil = Instant.now().plus(PAUSE);
        }
    }

    private boolean round(Instant notAskedSince) {
        return !schema.passed() || queue.due(notAskedSince, atOnce).stream().allMatch(this::check);
    }

    private boolean check(DueCheck due) {
        try {
            if (due.evidence().quoteId() != null) {
                return checkQuote(due);
            }
            return checkQuotation(due);
        } catch (WebApplicationException e) {
            return withoutAnswer(due, e.getResponse().getStatus());
        } catch (ProcessingException e) {
            LOG.debugf("The quote-service cannot be reached: evidence stays as it is (%s)", e.getMessage());
            queue.postpone(due, Instant.now().minus(after).plus(RETRY_AFTER));
            return false;
        } catch (RuntimeException e) {
            // What one report's words do to the check must not keep the others from theirs.
            LOG.warnf(e, "The evidence of report %s cannot be checked", due.report());
            queue.postpone(due, Instant.now());
            return true;
        }
    }

    private boolean checkQuote(DueCheck due) {
        QuoteClient.Quote quote;
        try (RestResponse<QuoteClient.Quote> answer = quotes.get(due.evidence().quoteId())) {
            if (answer.getStatus() != 200) {
                return withoutQuote(due, answer.getStatus());
            }
            quote = answer.getEntity();
        } catch (WebApplicationException e) {
            return withoutQuote(due, e.getResponse().getStatus());
        }
        EvidenceCheck words = ofWords(quote.verification() == null ? "UNCHECKED" : quote.verification().status());
        if (words == EvidenceCheck.VERIFIED && quote.verification().changesMeaning()) {
            words = EvidenceCheck.UNVERIFIED;
        }
        String quotation = due.evidence().quotation();
        if (words == EvidenceCheck.VERIFIED && quotation != null && quote.document() != null) {
            // A quotation beside a quote narrows it down: the figure has to stand in it, and it in the document.
            reports.checked(due, inDocument(due, quote.document().id(), quotation), quote.ownKind());
            return true;
        }
        reports.checked(due, words == EvidenceCheck.VERIFIED
                ? due.figureIn(quote.words(), quote.wordsLanguage())
                : words, quote.ownKind());
        return true;
    }

    /** A quotation with the address of its document: checked where the document is recorded, and unknown until it is. */
    private boolean checkQuotation(DueCheck due) {
        String quotation = due.evidence().quotation();
        List<DocumentClient.Document> found = documents.at(due.evidence().documentUrl()).items();
        if (found == null || found.isEmpty()) {
            reports.checked(due, EvidenceCheck.UNKNOWN, null);
            return true;
        }
        reports.checked(due, inDocument(due, found.get(0).id(), quotation), null);
        return true;
    }

    /** What the words of a quotation are in a document; words that it refuses to look for can be told nothing of. */
    private EvidenceCheck inDocument(DueCheck due, UUID document, String quotation) {
        try {
            return ofPassage(due, documents.passage(document, quotation), quotation);
        } catch (WebApplicationException e) {
            if (!OF_THE_WORDS.contains(e.getResponse().getStatus())) {
                throw e;
            }
            return EvidenceCheck.UNVERIFIED;
        }
    }

    private static EvidenceCheck ofPassage(DueCheck due, DocumentClient.Passage passage, String quotation) {
        // Words that stand in the text in two places stand there all the same.
        EvidenceCheck words = "AMBIGUOUS".equals(passage.status()) ? EvidenceCheck.VERIFIED : ofWords(passage.status());
        return words == EvidenceCheck.VERIFIED ? due.figureIn(quotation, passage.language()) : words;
    }

    private static EvidenceCheck ofWords(String status) {
        return switch (status) {
            case "EXACT", "NORMALISED" -> EvidenceCheck.VERIFIED;
            case "ORPHANED", "ALTERED" -> EvidenceCheck.WORDS_ABSENT;
            default -> EvidenceCheck.UNVERIFIED;
        };
    }

    private boolean withoutQuote(DueCheck due, int status) {
        if (status == 404 && queue.isFirstCheck(due)) {
            queue.postpone(due, Instant.now().minus(after).plus(LOOK_AGAIN));
            return true;
        }
        if (status == 404 || status == 410) {
            reports.checked(due, EvidenceCheck.MISSING, null);
            return true;
        }
        return withoutAnswer(due, status);
    }

    private boolean withoutAnswer(DueCheck due, int status) {
        LOG.debugf("The quote-service answers %d: evidence stays as it is", status);
        if (status < 500 && !OF_THE_CALLER.contains(status)) {
            queue.postpone(due, Instant.now());
            return true;
        }
        queue.postpone(due, Instant.now().minus(after).plus(RETRY_AFTER));
        return false;
    }
}
