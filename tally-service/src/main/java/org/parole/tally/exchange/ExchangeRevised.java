package org.parole.tally.exchange;

/** An exchange has a new revision; within the transaction that writes it, so that an observer can refuse it by an exception. */
public record ExchangeRevised(Exchange before, Exchange after) {
}
