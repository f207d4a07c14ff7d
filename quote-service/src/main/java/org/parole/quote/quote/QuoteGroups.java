package org.parole.quote.quote;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.Ledger;
import org.parole.quote.occurrence.Occurrences;
import org.parole.quote.occurrence.Said;

/** Finds, when a quote is written, whose occurrence it is and which others are near. */
@ApplicationScoped
class QuoteGroups {

    private final Occurrences occurrences;
    private final Ledger ledger;

    QuoteGroups(Occurrences occurrences, Ledger ledger) {
        this.occurrences = occurrences;
        this.ledger = ledger;
    }

    /** Whether a revision has nothing else to be grouped by than the one before; there may be none. */
    static boolean areSameWords(Quote quote, Quote previous) {
        return previous != null && previous.content.equals(quote.content) && previous.language.equals(quote.language)
                && previous.sortAt.equals(quote.sortAt) && Objects.equals(previous.speakerId, quote.speakerId)
                && previous.documentId.equals(quote.documentId);
    }

    /**
     * Sets the quote's group and what is near it; a group that an editor has settled stays.
     *
     * @param previous the revision before; null for the first
     * @param id       of the quote
     * @return whether it was the first of a group that it has left, so that the others need another first one
     */
    boolean find(Quote quote, Quote previous, UUID id) {
        // Of an unknown speaker nobody can say that it was the same.
        Occurrences.Alike alike = quote.speakerId == null
                ? Occurrences.NOTHING
                : alike(quote, id);
        quote.near = alike.near();
        if (previous != null && previous.occurrenceFixed) {
            return false;
        }
        quote.occurrenceOf = alike.group().orElse(id);
        return previous != null && previous.occurrenceOf.equals(id) && alike.group().filter(id::equals).isEmpty();
    }

    /** What it is alike; who joins the same group meanwhile waits, and is seen. */
    private Occurrences.Alike alike(Quote quote, UUID id) {
        Said said = new Said(quote.content, quote.language, quote.kind != QuoteKind.DIRECT, quote.sortAt);
        Set<UUID> kept = new HashSet<>();
        while (true) {
            Occurrences.Alike alike = occurrences.alike(id, quote.speakerId, quote.documentId, said);
            if (ledger.isAlone() || alike.group().filter(kept::add).isEmpty()) {
                return alike;
            }
            ledger.beside(List.of(Occurrences.keyOf(alike.group().get())));
        }
    }
}
